package com.recipechatbot.analytics.capture;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hours that an export already contains. */
final class PublishedHours {

    private static final Pattern FILE = Pattern.compile(".*/conversations-(\\d{4}-\\d\\d-\\d\\dT\\d\\d)\\.json\\.gz");
    /** After a longer outage, the days to export have to be given explicitly. */
    private static final int LOOKS_BACK = 47;

    private final ExportFolder folder;

    PublishedHours(ExportFolder folder) {
        this.folder = folder;
    }

    /**
     * The hours after the newest published one, up to the last; only the last if there is none in the two days before
     * it.
     */
    List<ConversationHour> missingUpTo(ConversationHour last) throws IOException {
        ConversationHour first = last.minus(LOOKS_BACK);
        TreeSet<ConversationHour> published = new TreeSet<>();
        for (LocalDate day = first.day(); !day.isAfter(last.day()); day = day.plusDays(1)) {
            published.addAll(of(day));
        }
        ConversationHour newest = published.lower(last);
        List<ConversationHour> hours = new ArrayList<>();
        hours.add(last);
        if (newest != null) {
            for (ConversationHour hour = last.minus(1); hour.compareTo(newest) > 0; hour = hour.minus(1)) {
                hours.add(0, hour);
            }
        }
        return hours;
    }

    List<ConversationHour> missingOf(LocalDate day) throws IOException {
        List<ConversationHour> missing = new ArrayList<>(ConversationHour.of(day));
        missing.removeAll(of(day));
        return missing;
    }

    private List<ConversationHour> of(LocalDate day) throws IOException {
        return folder.list(ConversationHour.folder(day) + "/").stream()
                .map(entry -> FILE.matcher(entry.name()))
                .filter(Matcher::matches)
                .map(match -> ConversationHour.parse(match.group(1)))
                .toList();
    }
}
