package io.tripline.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Somebody who pays.
 *
 * @param payees accounts that the customer has paid before
 */
record Customer(String name, String home, List<String> cards, List<String> payees, String device, String ip) {

    /** The same customer for the same seed and number, whoever asks and when. */
    static Customer of(long seed, int number) {
        Draw draw = new Draw(new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number));
        List<String> cards = new ArrayList<>();
        for (int i = draw.chance(0.3) ? 2 : 1; i > 0; i--) {
            cards.add("card-%06d%d".formatted(number, i));
        }
        List<String> payees = new ArrayList<>();
        for (int i = draw.number(1, 4); i > 0; i--) {
            payees.add(account(draw));
        }
        String device = (draw.chance(0.7) ? "phone-" : "laptop-") + "%05d".formatted(number);
        // 198.18.0.0/15 is set aside for tests: no such address exists on the internet.
        String ip = "198.%d.%d.%d".formatted(18 + (number >> 16 & 1), number >> 8 & 255, number & 255);
        return new Customer("customer-%05d".formatted(number), Merchants.home(draw), cards, payees, device, ip);
    }

    /** The number of an account that nobody has seen before. */
    static String account(Draw draw) {
        return "acct-%08d".formatted(draw.number(0, 99_999_999));
    }
}
