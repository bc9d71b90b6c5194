package com.recipechatbot.analytics.functions;

import com.recipechatbot.analytics.extraction.RecipeExtractor;
import java.util.List;
import org.apache.spark.unsafe.types.UTF8String;

/** The extractor for a customer's titles. A query has one list of them, so the last one is kept. */
final class Extractors {

    private record Known(UTF8String titles, RecipeExtractor extractor) {}

    private static volatile Known last = new Known(null, RecipeExtractor.standard());

    private Extractors() {}

    /** @param titles a title a line; null or empty for none */
    static RecipeExtractor with(UTF8String titles) {
        if (titles == null || titles.numBytes() == 0) {
            return RecipeExtractor.standard();
        }
        Known known = last;
        if (!titles.equals(known.titles)) {
            List<String> lines = titles.toString().lines().toList();
            known = new Known(titles.clone(), RecipeExtractor.standard().withTitles(lines));
            last = known;
        }
        return known.extractor;
    }
}
