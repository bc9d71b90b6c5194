package com.recipechatbot.analytics.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Made-up messages about cooking of 400 bytes on average, the same ones each time: 3 % hold a personal value, 15 % a
 * run of digits that is none, 5 % name a dish.
 */
final class ChatText {

    private static final List<String> SENTENCES = List.of(
            "Ok, that is done, what is next?",
            "How long should I bake it for?",
            "Do I need to peel the potatoes first?",
            "Thanks a lot, it smells great already!",
            "Can you repeat the last step, please?",
            "I have no butter left, can I use oil?",
            "Add the flour and the salt and mix until smooth.",
            "Let it simmer over low heat, stirring now and then.",
            "Chop one onion and two cloves of garlic finely, then fry them in a little oil.",
            "Cover the pot and wait until the rice is tender.",
            "Pour the sauce over the noodles, sprinkle with herbs and serve hot.",
            "Take your time and tell me when you are ready to go on.",
            "You may leave the skin on if you like it that way.",
            "Meanwhile, whisk the eggs with the sugar until they are pale and fluffy.",
            "Is the water boiling yet?",
            "My oven runs hot, so I turned it down a bit.");
    private static final List<String> DISHES = List.of(
            "How do I make potato soup?",
            "Here is a recipe for tomato risotto.",
            "Today we will make Lemon Garlic Shrimp.",
            "What about fried rice with egg?");
    private static final List<String> PERSONAL = List.of(
            "Write to jane.roe@example.com.",
            "Call me at +1 202-555-0143.",
            "My card is 4111 1111 1111 1111.",
            "My number is (202) 555-0188.",
            "The IBAN is GB82 WEST 1234 5698 7654 32.");
    private static final List<String> HARMLESS = List.of(
            "That was order 4711-20938.",
            "Bake at 180 degrees for 25-30 minutes.",
            "The barcode says 036000291452.",
            "It weighs 1250 g before baking.",
            "We moved here on 2024-11-03 at 18:30.");

    private ChatText() {}

    static List<String> messages(int count) {
        Random chance = new Random(20250106);
        List<String> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            messages.add(message(chance));
        }
        return messages;
    }

    static long bytes(List<String> messages) {
        return messages.stream()
                .mapToLong(message -> message.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    private static String message(Random chance) {
        StringBuilder text = new StringBuilder();
        addOneIn(text, DISHES, 0.05, chance);
        addOneIn(text, PERSONAL, 0.03, chance);
        addOneIn(text, HARMLESS, 0.15, chance);
        int length = 60 + chance.nextInt(640);
        while (text.length() < length) {
            add(text, SENTENCES, chance);
        }
        return text.toString();
    }

    private static void addOneIn(StringBuilder text, List<String> sentences, double share, Random chance) {
        if (chance.nextDouble() < share) {
            add(text, sentences, chance);
        }
    }

    private static void add(StringBuilder text, List<String> sentences, Random chance) {
        text.append(text.isEmpty() ? "" : " ").append(sentences.get(chance.nextInt(sentences.size())));
    }
}
