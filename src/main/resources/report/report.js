'use strict';
// Draws the data that the page contains: everything has already been computed for every period; this only formats it. Text
// from the data is only ever inserted as text nodes.
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const wide = new Set(['peak_hours', 'retention', 'tools', 'models']);
  const weekly = 200; // more days than this are drawn as weeks
  const most = {bars: 10, grid: 26};
  const paper = 660; // width of a printed chart, in pixels
  const cards = [];
  let period = null;
  let printing = false;

  // Words

  const day = (text, style) =>
    new Intl.DateTimeFormat('en-GB', {timeZone: 'UTC', ...style}).format(new Date(text + 'T00:00:00Z'));
  const short = (text) => day(text, {day: 'numeric', month: 'short'});
  const dated = (text) => day(text, {day: 'numeric', month: 'short', year: 'numeric'});
  const number = (value, digits) =>
    value.toLocaleString('en-GB', {minimumFractionDigits: digits, maximumFractionDigits: digits});
  const weekdays = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  const formats = {
    day: (value) => day(value, {weekday: 'short', day: 'numeric', month: 'short', year: 'numeric'}),
    week: dated,
    month: (value) => day(value, {month: 'short', year: 'numeric'}),
    count: (value) => number(value, 0),
    decimal: (value) => number(value, 1),
    percent: (value) => number(value * 100, value !== 0 && Math.abs(value) < 0.0995 ? 1 : 0) + '\u202f%',
    text: (value) => value,
    term: (value) => value.replaceAll('_', ' '),
    flag: (value) => (value ? 'yes' : 'no'),
    weekday: (value) => weekdays[value],
    hour: (value) => String(value).padStart(2, '0'),
  };
  const isWords = (column) => ['text', 'term', 'day', 'week', 'month', 'weekday', 'flag'].includes(column.format);
  const write = (column, value) => (value === null ? '–' : formats[column.format](value));

  function element(tag, text, className) {
    const made = document.createElement(tag);
    if (text !== undefined) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  // The page

  function tile(shown) {
    const box = element('div', undefined, shown.value.length > 9 ? 'tile long' : 'tile');
    box.append(element('dt', shown.label), element('dd', shown.value, 'value'));
    if (shown.change) {
      const change = element('dd', undefined, 'change');
      const moved = element('span', undefined, shown.direction);
      if (shown.direction !== 'same') moved.append(element('span', shown.direction + ' ', 'unseen'));
      moved.append(shown.change);
      change.append(moved);
      box.append(change);
    }
    if (shown.note) box.append(element('dd', shown.note));
    return box;
  }

  function build() {
    byId('made').textContent = `Created ${data.madeAt.replace('T', ' ').replace('Z', ' UTC')}. Days are in the time zone ${data.zone}.`;
    if (!data.periods.length) {
      byId('about').textContent = 'Nothing is published yet.';
      document.querySelector('.bar').hidden = true;
      byId('summary').replaceChildren(element('p',
        'No day of this lake is published yet. Run jobs/run daily-metrics or backfill, then create the report again.', 'nothing'));
      return;
    }
    byId('about').textContent = `Published days: ${data.span}`;
    for (const offered of data.periods) {
      const option = element('option', offered.label);
      option.value = offered.id;
      byId('period').append(option);
    }
    let section = null;
    for (const chart of data.charts) {
      if (!section || section.name !== chart.section) {
        const holder = element('section');
        const heading = element('h2', chart.section);
        heading.id = 'section-' + chart.id;
        holder.setAttribute('aria-labelledby', heading.id);
        section = {name: chart.section, cards: element('div', undefined, 'cards')};
        holder.append(heading, section.cards);
        byId('content').append(holder);
      }
      section.cards.append(card(chart));
    }
  }

  function card(chart) {
    const node = byId('card').content.firstElementChild.cloneNode(true);
    const find = (selector) => node.querySelector(selector);
    node.id = chart.id;
    if (!wide.has(chart.id)) node.classList.add('half');
    find('h3').textContent = chart.title;
    find('h3').id = 'title-' + chart.id;
    node.setAttribute('aria-labelledby', find('h3').id);
    for (const [selector, what] of [['.rows summary', 'Table'], ['.sql summary', 'SQL'], ['.csv', 'CSV']]) {
      find(selector).replaceChildren(what, element('span', ` of ${chart.title}`, 'unseen'));
    }
    const made = {chart, find, drawn: null};
    find('.rows').addEventListener('toggle', () => fillTable(made));
    find('.csv').addEventListener('click', () => download(made));
    find('.copy').addEventListener('click', () => copy(made));
    cards.push(made);
    return node;
  }

  function show(id) {
    period = data.periods.find((offered) => offered.id === id) || data.periods.find((offered) => offered.id === data.firstPeriod);
    byId('period').value = period.id;
    byId('shown').textContent = `Shown: ${period.label}`; // for printing, where nothing can be selected
    byId('earlier').disabled = !neighbour(1);
    byId('later').disabled = !neighbour(-1);
    const {heading, tiles} = data.tiles[period.id];
    byId('week').textContent = heading;
    byId('tiles').replaceChildren(...tiles.map(tile));
    byId('warnings').replaceChildren(...data.warnings[period.id].map((warning) => element('li', warning)));
    byId('warnings').hidden = !data.warnings[period.id].length;
    cards.forEach(fill);
    draw();
  }

  /** The week before (1) or after (-1) the one shown; from a span of weeks, "before" leads to its newest week. */
  function neighbour(step) {
    const weeks = data.periods.filter((offered) => /W/.test(offered.id));
    const at = weeks.findIndex((offered) => offered.id === period.id);
    return at < 0 ? (step > 0 ? weeks[0] : undefined) : weeks[at + step];
  }

  function choose(id) {
    show(id);
    history.replaceState(null, '', '#weeks=' + period.id);
    byId('said').textContent = 'Showing ' + period.label;
  }

  function fill(made) {
    const {chart, find} = made;
    const figure = chart.figures[period.id];
    const isEmpty = !figure.rows.length;
    find('.reading').textContent = figure.reading;
    find('.chart').hidden = isEmpty;
    find('.key').hidden = isEmpty;
    find('.rows').hidden = isEmpty;
    find('.csv').hidden = isEmpty;
    find('.chart').setAttribute('aria-label', `Chart: ${chart.title}. ${figure.reading} The table below has the numbers.`);
    find('.scroll').setAttribute('aria-label', `Table: ${chart.title}`);
    find('code').textContent =
      chart.sql.replaceAll(':from', `DATE '${period.from}'`).replaceAll(':to', `DATE '${period.to}'`)
        .replaceAll(':min_users', data.minUsers);
    fillTable(made);
  }

  // Tables and CSV

  function fillTable({chart, find}) {
    if (!find('.rows').open) return;
    const {rows} = chart.figures[period.id];
    const columns = chart.columns;
    const table = find('table');
    table.replaceChildren(element('caption', `${chart.title}, ${period.label}`));
    if (chart.drawing.kind === 'grid') {
      fillGrid(table, chart, rows);
      return;
    }
    const head = table.createTHead().insertRow();
    columns.forEach((column) => head.append(heading(column.label, 'col', isWords(column))));
    const body = table.createTBody();
    for (const row of rows) {
      const line = body.insertRow();
      row.forEach((value, i) => {
        const text = write(columns[i], value);
        line.append(i === 0 ? heading(text, 'row', isWords(columns[i])) : element('td', text, isWords(columns[i]) ? 'words' : ''));
      });
    }
  }

  /** One row for each line of the grid, as it is drawn, instead of one for each cell. */
  function fillGrid(table, chart, rows) {
    const [along, across, value] = places(chart);
    const crossing = [...new Set(rows.map((row) => row[across]))].sort((a, b) => a - b);
    const head = table.createTHead().insertRow();
    const label = chart.columns[along].label;
    const size = place(chart, 'cohort_users');
    head.append(heading(`${label} / ${chart.columns[across].label.toLowerCase()}`, 'col', true));
    if (size >= 0) head.append(heading('New users', 'col'));
    crossing.forEach((at) => head.append(heading(write(chart.columns[across], at), 'col')));
    const body = table.createTBody();
    for (const at of new Set(rows.map((row) => row[along]))) {
      const line = body.insertRow();
      line.append(heading(write(chart.columns[along], at), 'row', true));
      if (size >= 0) line.append(element('td', write(chart.columns[size], rows.find((row) => row[along] === at)[size])));
      for (const cross of crossing) {
        const cell = rows.find((row) => row[along] === at && row[across] === cross);
        line.append(element('td', cell ? write(chart.columns[value], cell[value]) : ''));
      }
    }
  }

  function heading(text, scope, words) {
    const made = element('th', text, words ? 'words' : '');
    made.scope = scope;
    return made;
  }

  /** RFC 4180. Text that a spreadsheet would interpret as a formula is prefixed with an apostrophe. */
  function csv(chart) {
    const field = (value) => {
      if (value === null) return '';
      const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? "'" + value : String(value);
      return /[",\r\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
    };
    const lines = [chart.columns.map((column) => column.name), ...chart.figures[period.id].rows];
    return lines.map((line) => line.map(field).join(',') + '\r\n').join('');
  }

  function download({chart}) {
    const link = element('a');
    link.href = URL.createObjectURL(new Blob([csv(chart)], {type: 'text/csv;charset=utf-8'}));
    link.download = `${chart.id}-${period.id}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    byId('said').textContent = `Downloaded ${link.download}`;
  }

  function copy({chart, find}) {
    navigator.clipboard.writeText(find('code').textContent).then(
      () => { byId('said').textContent = `Copied the SQL of ${chart.title}`; },
      () => { getSelection().selectAllChildren(find('code')); byId('said').textContent = 'Selected the SQL: copy it with the keyboard'; });
  }

  // Charts

  const colour = (name) => getComputedStyle(root).getPropertyValue('--' + name).trim();
  const family = () => getComputedStyle(document.body).fontFamily;
  const place = (chart, name) => chart.columns.findIndex((column) => column.name === name);
  const places = (chart) => [chart.drawing.along, ...chart.drawing.values].map((name) => place(chart, name));

  function draw() {
    for (const made of cards) {
      const holder = made.find('.chart');
      if (made.drawn) made.drawn.dispose();
      made.drawn = null;
      if (holder.hidden) continue;
      const width = printing ? paper : holder.clientWidth;
      const {chart} = made;
      const drawing = drawings[chart.drawing.kind](chart, chart.figures[period.id].rows, width);
      holder.style.height = drawing.height + 'px';
      made.drawn = echarts.init(holder, null, {renderer: 'svg', width, height: drawing.height});
      made.drawn.setOption({
        animation: false,
        backgroundColor: colour('card'), // also the fill of the rings that mark open days
        textStyle: {fontFamily: getComputedStyle(document.body).fontFamily, color: colour('soft')},
        tooltip: {
          confine: true,
          backgroundColor: colour('card'),
          borderColor: colour('line'),
          textStyle: {color: colour('ink'), fontSize: 13},
          ...drawing.tooltip,
        },
        ...drawing.option,
      });
      key(made.find('.key'), drawing.key, drawing.note);
    }
  }

  function key(holder, entries, note) {
    holder.replaceChildren(...entries.map(([label, name, kind]) => {
      const entry = element('span');
      const mark = element('i', undefined, kind);
      if (kind === 'box') mark.style.backgroundColor = name;
      mark.style.borderColor = name;
      entry.append(mark, label);
      return entry;
    }));
    if (note) holder.append(element('span', note));
  }

  /** The tooltip: lines of text, never markup. */
  function tip(title, lines) {
    const box = element('div');
    const head = element('div', title);
    head.style.fontWeight = '600';
    box.append(head, ...lines.map((line) => element('div', line)));
    return box;
  }

  function row(chart, values, except) {
    return chart.columns
      .map((column, i) => (i === except || values[i] === null ? null : `${column.label}: ${write(column, values[i])}`))
      .filter((line) => line !== null);
  }

  // ECharts measures the labels of an axis in another font unless they have one of their own, and cuts them off.
  const axes = () => ({
    line: {axisLine: {lineStyle: {color: colour('rest')}}, axisTick: {show: false}, axisLabel: {color: colour('soft'), fontFamily: family(), hideOverlap: true}},
    value: {
      axisLabel: {color: colour('soft'), fontFamily: family()},
      splitLine: {lineStyle: {color: colour('line')}},
      splitNumber: 4,
      min: 0,
    },
  });

  /** Black or white, whichever stands out more from a color of the ramp: the better one always has a contrast of 4.5. */
  function readable(share) {
    const channels = (name) => [1, 3, 5].map((at) => parseInt(colour(name).slice(at, at + 2), 16));
    const [low, high] = [channels('low'), channels('high')];
    const [red, green, blue] = low.map((from, i) => {
      const part = (from + (high[i] - from) * share) / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000' : '#fff';
  }

  /** Every day from the first to the last, so that a missing one is a gap. */
  function allDays(rows) {
    const days = [];
    for (let at = Date.parse(rows[0][0]); at <= Date.parse(rows.at(-1)[0]); at += 864e5) {
      days.push(new Date(at).toISOString().slice(0, 10));
    }
    return days;
  }

  const drawings = {
    /** Days; many of them as weeks. What is not complete, has no records or is not published is hatched, never a drop. */
    trend(chart, rows) {
      const [, daily, mean, coverage] = places(chart);
      const state = place(chart, 'state');
      const found = new Map(rows.map((values) => [values[0], values]));
      const all = allDays(rows);
      const byWeek = all.length > weekly;
      // A mean of seven days at a Sunday is that of its week.
      const days = byWeek ? all.filter((at) => new Date(at).getUTCDay() === 0) : all;
      const format = chart.columns[daily].format;
      const whole = format === 'percent' ? 1 : chart.drawing.unit.endsWith('100') ? 100 : undefined;
      const {line, value} = axes();
      const isWhole = (at) => found.has(at) && found.get(at)[state] === 'complete';
      const known = (at, column) => (isWhole(at) ? found.get(at)[column] : null);
      const hatched = days.map((at) => (byWeek ? known(at, mean) === null : !isWhole(at)));
      const series = (name, column, style, width, z) => ({
        name: chart.columns[column].label,
        type: 'line',
        z,
        lineStyle: {color: name, width, type: style},
        itemStyle: {color: name},
        symbolSize: 5,
        data: days.map((at, i) => {
          // A line through one point is nothing to see.
          const isAlone = known(at, column) !== null && known(days[i - 1], column) === null && known(days[i + 1], column) === null;
          return {value: known(at, column), symbol: isAlone || (column === daily && days.length <= 35) ? 'circle' : 'none'};
        }),
        showSymbol: true,
        showAllSymbol: true,
      });
      const shown = [series(colour('main'), mean, 'solid', 2.5, 3)];
      const entries = [[byWeek ? 'Mean of the week' : chart.columns[mean].label, colour('main'), '']];
      if (!byWeek) {
        shown.unshift(series(colour('faint'), daily, 'solid', 1.5, 2));
        entries.unshift([chart.columns[daily].label, colour('faint'), '']);
      }
      if (coverage !== undefined) {
        shown.push(series(colour('rest'), coverage, 'dashed', 1.5, 1));
        entries.push([chart.columns[coverage].label, colour('rest'), 'dash']);
      }
      if (hatched.includes(true)) {
        shown.push({type: 'bar', yAxisIndex: 1, z: 0, silent: true, barCategoryGap: '0%', itemStyle: {color: 'transparent',
          decal: {color: colour('line'), dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4}},
        data: hatched.map((is) => (is ? 1 : null))});
      }
      const covered = (at) => (byWeek ? all.filter((one) => one <= at && Date.parse(at) - Date.parse(one) < 7 * 864e5) : [at]);
      if (chart.target !== undefined) {
        shown[0].markLine = {silent: true, symbol: 'none', label: {show: false}, data: [{yAxis: chart.target}],
          lineStyle: {color: colour('second'), width: 1.5, type: 'dotted'}};
        entries.push([`Target: ${write(chart.columns[daily], chart.target)}`, colour('second'), 'dot']);
      }
      const marks = days.map((at) => [...new Set(covered(at).flatMap((one) => data.marks[one] || []))]);
      if (marks.some((texts) => texts.length)) {
        shown.push({type: 'scatter', yAxisIndex: 1, z: 4, symbol: 'triangle', symbolSize: 8, itemStyle: {color: colour('second')},
          data: marks.map((texts) => (texts.length ? 0 : null))});
        entries.push(['Something changed or was wrong', colour('second'), 'mark']);
      }
      const label = (at) => (days.length <= 7 && !byWeek ? day(at, {weekday: 'short', day: 'numeric'})
        : byWeek ? day(at, {month: 'short', year: '2-digit'}) : short(at));
      const mondays = days.filter((at) => new Date(at).getUTCDay() === 1);
      const marked = new Set(mondays.filter((_, i) => i % Math.ceil(mondays.length / 7) === 0));
      const isQuarter = (at) => /-(01|04|07|10)-0[1-7]$/.test(at);
      const isMarked = (i) => (byWeek ? isQuarter(days[i]) : days.length <= 7 || marked.has(days[i]));
      return {
        height: 240,
        key: entries,
        note: hatched.includes(true) ? 'Hatched: not complete, without records, or not published.' : '',
        tooltip: {
          trigger: 'axis',
          axisPointer: {lineStyle: {color: colour('rest')}},
          formatter: ([first]) => {
            const at = days[first.dataIndex];
            const texts = marks[first.dataIndex];
            if (byWeek) {
              const columns = [mean, coverage].filter((column) => column !== undefined && known(at, column) !== null);
              const lines = columns.map((column) => `${chart.columns[column].label}: ${write(chart.columns[column], known(at, column))}`);
              return tip('Week up to ' + formats.day(at), [...(lines.length ? lines : ['not complete, or not published']), ...texts]);
            }
            return tip(formats.day(at), [...(found.has(at) ? row(chart, found.get(at), 0) : ['not published']), ...texts]);
          },
        },
        option: {
          grid: {left: 4, right: 14, top: 14, bottom: 10, containLabel: true},
          xAxis: {type: 'category', data: days, boundaryGap: true, ...line,
            axisLabel: {...line.axisLabel, formatter: label, interval: isMarked, alignMinLabel: 'left', alignMaxLabel: 'right'}},
          yAxis: [{type: 'value', ...value, max: whole || (chart.target === undefined ? undefined : ({max}) => Math.max(max, chart.target)), interval: whole && whole / 4,
            minInterval: format === 'count' ? 1 : 0,
            axisLabel: {...value.axisLabel, formatter: (at) => (format === 'percent' ? formats.percent(at) : number(at, at % 1 ? 1 : 0))}},
          {type: 'value', min: 0, max: 1, show: false}],
          series: shown,
        },
      };
    },

    bars(chart, rows, width) {
      const [label, value] = places(chart);
      const ranked = place(chart, 'place');
      const failed = place(chart, 'failure_share');
      const isRest = (values) => ['unknown', '(other)'].includes(values[label]);
      const named = rows.filter((values) => ranked < 0 || values[ranked] !== null);
      const first = named.filter((values) => !isRest(values)).slice(0, most.bars);
      const bars = [...first, ...named.filter(isRest)];
      const left = rows.length - bars.length - (named.length < rows.length ? 1 : 0);
      const sign = (values) => (chart.columns[value].name === 'change' && values[value] > 0 ? '+' : '');
      const text = (values) => sign(values) + write(chart.columns[value], values[value])
        + (failed >= 0 && values[failed] ? `, ${write(chart.columns[failed], values[failed])} failed` : '');
      const {line} = axes();
      const least = Math.min(...bars.map((values) => values[value]));
      const bar = (values) => (isRest(values) ? 'rest' : values[value] < 0 ? 'second' : 'main');
      const name = (values) => write(chart.columns[label], values[label]);
      return {
        height: bars.length * 28 + 8,
        key: [],
        note: left > 0 ? `${number(left, 0)} more in the table.` : '',
        tooltip: {formatter: ({dataIndex}) => tip(name(bars[dataIndex]), row(chart, bars[dataIndex], label))},
        option: {
          grid: {left: 4, right: failed >= 0 ? 140 : 56, top: 4, bottom: 4, containLabel: true},
          xAxis: {type: 'value', show: false, min: least < 0 ? least * 1.25 : 0, axisLabel: {show: false}},
          yAxis: {type: 'category', inverse: true, data: bars.map(name), ...line, axisLine: {show: false, onZero: false},
            axisLabel: {color: colour('ink'), width: Math.min(200, width * 0.4), overflow: 'truncate', fontSize: 13, fontFamily: family(), interval: 0}},
          series: [{
            type: 'bar',
            barWidth: 16,
            data: bars.map((values) => ({value: values[value], itemStyle: {color: colour(bar(values)), borderRadius: values[value] < 0 ? [3, 0, 0, 3] : [0, 3, 3, 0]},
              label: {position: values[value] < 0 ? 'left' : 'right'}})),
            label: {show: true, color: colour('ink'), fontSize: 13, formatter: ({dataIndex}) => text(bars[dataIndex])},
          }],
        },
      };
    },

    stack(chart, rows) {
      const [along, ...parts] = places(chart);
      const {line, value} = axes();
      const names = [colour('main'), colour('second'), colour('rest'), colour('faint')];
      const isOfDays = chart.drawing.unit === 'days';
      const column = chart.columns[along];
      const label = (at) => (column.format === 'month' ? write(column, at) : rows.length > 52 ? day(at, {month: 'short', year: '2-digit'}) : short(at));
      return {
        height: 200,
        key: parts.map((part, i) => [chart.columns[part].label, names[i], 'box']),
        tooltip: {
          trigger: 'axis',
          axisPointer: {type: 'shadow'},
          formatter: ([first]) => tip((column.format === 'month' ? '' : 'Week of ') + write(column, rows[first.dataIndex][along]), row(chart, rows[first.dataIndex], along)),
        },
        option: {
          grid: {left: 4, right: 14, top: 14, bottom: 10, containLabel: true},
          xAxis: {type: 'category', data: rows.map((values) => label(values[along])), ...line,
            axisLabel: {...line.axisLabel, alignMinLabel: 'left', alignMaxLabel: 'right'}},
          yAxis: {type: 'value', ...value, ...(isOfDays ? {max: 7, interval: 7} : {min: undefined, minInterval: 1}),
            axisLabel: {...value.axisLabel, formatter: (at) => (isOfDays ? (at ? at + ' days' : '0') : number(Math.abs(at), 0))}},
          series: parts.map((part, i) => ({
            name: chart.columns[part].label, type: 'bar', stack: 'days', barMaxWidth: 32, itemStyle: {color: names[i]},
            data: rows.map((values) => values[part]),
          })),
        },
      };
    },

    grid(chart, rows, width) {
      const [along, across, value] = places(chart);
      const cohort = place(chart, 'cohort_users');
      const censored = place(chart, 'is_left_censored');
      const {line} = axes();
      const lines = [...new Set(rows.map((values) => values[along]))].sort((a, b) => (a < b ? -1 : 1));
      const shown = lines.slice(-most.grid);
      const last = Math.max(...rows.map((values) => values[across]));
      const first = Math.min(...rows.map((values) => values[across]));
      // As many as have room for a percentage.
      const room = cohort < 0 ? 24 : Math.floor((width - (width > 560 ? 190 : 64)) / 34);
      const crossing = Array.from({length: Math.min(room, Math.max(last, first === 1 ? 6 : 0) - first + 1)}, (_, i) => first + i);
      const cells = rows.filter((values) => shown.includes(values[along]) && crossing.includes(values[across]));
      const high = cohort < 0 ? Math.max(...cells.map((values) => values[value])) : 1;
      const withNumbers = cohort >= 0;
      const name = (at) => {
        const found = rows.find((values) => values[along] === at);
        if (cohort < 0) return write(chart.columns[along], at);
        const when = width > 560 ? dated(at) : short(at);
        return when + (censored >= 0 && found[censored] ? '*' : '') + (width > 560 ? ` · ${number(found[cohort], 0)} new` : '');
      };
      const format = (shownValue) => write(chart.columns[value], shownValue);
      return {
        height: shown.length * (cohort < 0 ? 28 : 26) + 52,
        key: [[`0 to ${format(high)} ${chart.drawing.unit}`, '', 'ramp']],
        note: lines.length > shown.length ? `The newest ${shown.length} of ${lines.length}; the table has all.`
          : last > crossing.at(-1) ? 'The table has more weeks.' : '',
        tooltip: {formatter: ({dataIndex}) => tip(
          cohort < 0 ? `${weekdays[cells[dataIndex][along]]} ${formats.hour(cells[dataIndex][across])}:00` : 'First came in the week of ' + dated(cells[dataIndex][along]),
          row(chart, cells[dataIndex], along))},
        option: {
          grid: {left: 4, right: 4, top: 4, bottom: 24, containLabel: true},
          xAxis: {type: 'category', data: crossing.map((at) => write(chart.columns[across], at)), ...line, axisLine: {show: false},
            name: cohort < 0 ? 'hour of the day' : 'weeks later', nameLocation: 'middle', nameGap: 26, nameTextStyle: {color: colour('soft')}},
          yAxis: {type: 'category', inverse: true, data: shown.map(name), ...line, axisLine: {show: false}},
          visualMap: {show: false, min: 0, max: high || 1, inRange: {color: [colour('low'), colour('high')]}},
          series: [{
            type: 'heatmap',
            data: cells.map((values) => ({
              value: [crossing.indexOf(values[across]), shown.indexOf(values[along]), values[value]],
              label: {show: withNumbers, fontSize: 11.5, color: readable(values[value] / (high || 1)), formatter: () => format(values[value])},
            })),
            itemStyle: {borderColor: colour('card'), borderWidth: 2, borderRadius: 3},
          }],
        },
      };
    },
  };

  // Themes, links, paper

  const prefersDark = matchMedia('(prefers-color-scheme: dark)');
  const fragment = () => new URLSearchParams(location.hash.slice(1));
  // A page from a file may not be allowed to remember.
  const memory = (use) => { try { return use(localStorage); } catch { return null; } };
  let chosen = fragment().get('theme') || memory((store) => store.getItem('theme'));

  function applyTheme() {
    const isDark = !printing && (chosen ? chosen === 'dark' : prefersDark.matches);
    root.dataset.theme = isDark ? 'dark' : 'light';
    byId('theme').textContent = isDark ? 'Light theme' : 'Dark theme';
  }

  function redraw() {
    applyTheme();
    if (period) draw();
  }

  byId('theme').addEventListener('click', () => {
    chosen = root.dataset.theme === 'dark' ? 'light' : 'dark';
    memory((store) => store.setItem('theme', chosen));
    redraw();
  });
  prefersDark.addEventListener('change', redraw);
  addEventListener('beforeprint', () => { printing = true; redraw(); });
  addEventListener('afterprint', () => { printing = false; redraw(); });
  let resized;
  addEventListener('resize', () => {
    clearTimeout(resized);
    resized = setTimeout(() => { if (!printing) redraw(); }, 120);
  });

  applyTheme();
  build();
  if (data.periods.length) {
    byId('period').addEventListener('change', (event) => choose(event.target.value));
    byId('earlier').addEventListener('click', () => choose(neighbour(1).id));
    byId('later').addEventListener('click', () => choose(neighbour(-1).id));
    addEventListener('hashchange', () => { if (fragment().has('weeks')) show(fragment().get('weeks')); });
    show(fragment().get('weeks'));
  }
  performance.mark('drawn');
  root.dataset.ready = 'yes';
})();
