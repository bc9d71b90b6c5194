"""Connects a notebook to Spark and the lake, and gives its charts a common style. The rest of a notebook is plain
PySpark, SQL and matplotlib, the same everywhere."""

import atexit
import datetime
import json
import math
import os
import xml.etree.ElementTree
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

ROOT = Path(__file__).resolve().parent.parent
JAR = ROOT / "target" / "recipe-chatbot-analytics.jar"
LAKE = os.environ.get("LAKE") or str(ROOT / "target" / "demo" / "lake")

# The colors of the report: the main figure, what it is compared with, what must not be overlooked, what is unknown.
MAIN, FAINT, SECOND, REST, INK, LINE = "#0f6b6b", "#8fbcb9", "#b0541f", "#8a929b", "#1c2126", "#dfe2de"


def connect(*tables):
    """Returns a Spark session in which each of the tables is a view.

    The session is the notebook's own if there is one (EMR Studio), otherwise one of the installed pyspark, otherwise
    Spark on this project's jars, through JPype. The lake is the environment variable LAKE, or by default the one that
    jobs/demo creates.

    tables: names of published tables; restricted/NAME or linked/NAME for one that needs the role of that area
    """
    style()
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        spark = StandIn.start()
    else:
        spark = SparkSession.getActiveSession() or local_session(SparkSession.builder)
    for table in tables:
        place = table if "/" in table else "published/" + table
        name = place.split("/")[1]
        spark.sql(f"CREATE OR REPLACE TEMPORARY VIEW {name} USING delta OPTIONS (path '{LAKE}/{place}')")
    return spark


def style():
    """Makes charts wide and uncluttered: no box, no ticks, a faint grid behind the data."""
    plt.rcParams.update({
        "figure.figsize": (9, 3.6), "figure.dpi": 110, "figure.constrained_layout.use": True,
        "font.size": 10, "axes.titlesize": 12, "axes.titleweight": "bold", "axes.titlelocation": "left",
        "axes.titlepad": 12, "axes.spines.top": False, "axes.spines.right": False, "axes.spines.left": False,
        "axes.edgecolor": REST, "axes.labelcolor": INK, "text.color": INK, "xtick.color": INK, "ytick.color": INK,
        "axes.grid": True, "axes.grid.axis": "y", "grid.color": LINE, "axes.axisbelow": True,
        "xtick.major.size": 0, "ytick.major.size": 0, "legend.frameon": False, "lines.linewidth": 2,
        "date.converter": "concise",
    })


def weekly(axes, mondays, most=13):
    """Labels weeks with their Mondays; if there are many, only some of them."""
    shown = sorted(set(mondays))[::-1][:: math.ceil(len(set(mondays)) / most)]
    axes.set_xticks(shown, [f"{monday:%-d %b}" for monday in shown])
    axes.set_xlabel("week of")


def percent(share, _):
    """Formats the shares on an axis: set_major_formatter(percent)."""
    return f"{100 * share:g}%"


def interval(successes, total):
    """Returns the 95 % interval (Wilson) of a share, as two numbers from 0 to 1; NaN if the total is 0."""
    if not total:
        return math.nan, math.nan
    z, share = 1.96, successes / total
    middle = share + z * z / (2 * total)
    half = z * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    return (middle - half) / (1 + z * z / total), (middle + half) / (1 + z * z / total)


def settings():
    """The settings that a job runs with, the functions and Delta among them, and those of SPARK_CONF, as in jobs/run."""
    lines = (ROOT / "jobs" / "spark.properties").read_text().splitlines()
    ours = dict(line.split() for line in lines if line and not line.startswith("#"))
    return ours | dict(line.split("=", 1) for line in os.environ.get("SPARK_CONF", "").splitlines() if line)


def jars():
    """Our jar and its dependencies, as resolved by the build."""
    if not JAR.exists():
        raise FileNotFoundError(f"Cannot connect: there is no {JAR.name} in {JAR.parent}. Run jobs/demo first.")
    return [str(JAR)] + (ROOT / "target" / "class-path").read_text().split(os.pathsep)


def local_session(builder):
    """A local session of the installed pyspark, which must have the same version as in pom.xml."""
    import pyspark

    own = {file.name for file in (Path(pyspark.__file__).parent / "jars").glob("*.jar")}
    builder = builder.master("local[*]").config("spark.jars", ",".join(j for j in jars() if Path(j).name not in own))
    for name, value in settings().items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


class StandIn:
    """The part of a SparkSession that the notebooks use, for when pyspark is not installed."""

    def __init__(self, session):
        self._session = session

    @staticmethod
    def start():
        import jpype

        if jpype.isJVMStarted():
            return StandIn(jpype.JClass("org.apache.spark.sql.SparkSession").active())
        flags = xml.etree.ElementTree.parse(ROOT / "pom.xml").findtext(".//{*}spark.module.flags").split()
        jpype.startJVM(
            "-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
            f"-Dlog4j2.configurationFile={ROOT / 'jobs' / 'log4j2.properties'}",
            # The incubator module prints a warning at every start, and only linear algebra uses it.
            *(flag for flag in flags if "incubator" not in flag),
            # Debian keeps JPype's own jar here; if pip installed it, JPype finds it and this path does not exist.
            classpath=[*jars(), "/usr/share/java/org.jpype.jar"], convertStrings=True,
        )
        builder = jpype.JClass("org.apache.spark.sql.SparkSession").builder().master("local[2]").appName("notebook")
        # With only a handful of rows, compiling a query, or replanning its stages, would take longer than running it.
        small = {
            "spark.sql.shuffle.partitions": "1", "spark.sql.adaptive.enabled": "false",
            "spark.sql.codegen.wholeStage": "false", "spark.sql.codegen.factoryMode": "NO_CODEGEN",
        }
        for name, value in {**settings(), **small}.items():
            builder = builder.config(name, value)
        session = builder.getOrCreate()
        atexit.register(session.stop)
        return StandIn(session)

    def sql(self, query):
        return Frame(self._session.sql(query))

    def table(self, name):
        return Frame(self._session.table(name))


class Frame:
    """The part of a DataFrame that the notebooks use."""

    def __init__(self, dataset):
        self._dataset = dataset

    @property
    def columns(self):
        return [str(name) for name in self._dataset.columns()]

    def count(self):
        return int(self._dataset.count())

    def show(self, n=20, truncate=True):
        width = 20 if truncate is True else int(truncate)
        print(self._dataset.showString(n, width, False))

    def toPandas(self):
        types = {str(field._1()): str(field._2()) for field in self._dataset.dtypes()}
        rows = [json.loads(str(row)) for row in self._dataset.toJSON().collectAsList()]
        frame = pd.DataFrame(rows, columns=list(types), dtype=object)
        for name, kind in types.items():
            frame[name] = column(frame[name], kind)
        return frame


def column(values, kind):
    """A column of JSON values, as pyspark's toPandas would return it."""
    if kind == "DateType":
        return values.map(lambda day: datetime.date.fromisoformat(day) if isinstance(day, str) else None)
    if kind == "TimestampType":
        return pd.to_datetime(values, utc=True).dt.tz_localize(None)
    if kind in ("IntegerType", "LongType", "DoubleType"):
        whole = kind != "DoubleType" and not values.isna().any()
        return values.astype("int64" if whole else "float64")
    if kind == "BooleanType" and not values.isna().any():
        return values.astype(bool)
    return values.where(values.notna(), None)
