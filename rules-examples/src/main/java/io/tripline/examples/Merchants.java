package io.tripline.examples;

import java.math.BigDecimal;
import java.util.List;

/** Where the stream's customers shop, and what they spend there. */
final class Merchants {

    /** Large markets first, small ones later: the place in the list decides how many customers live there. */
    static final List<String> COUNTRIES = List.of(
            "DE", "FR", "GB", "IT", "ES", "NL", "PL", "SE", "AT", "BE", "CH", "DK", "PT", "IE", "NO", "FI", "CZ", "GR",
            "RO", "HU", "TR", "US", "BR", "ID", "VN", "NG", "TH", "MX");

    /** How many of the countries customers live in; the others are only travelled to, and stolen from. */
    private static final int HOMES = 18;

    private static final int MERCHANTS_PER_TRADE = 60;

    private enum Trade {
        GROCERY(240, 14_000, false),
        CAFE(110, 1_900, false),
        FUEL(2_500, 11_500, false),
        PHARMACY(350, 6_500, false),
        RESTAURANT(900, 16_000, false),
        ELECTRONICS(1_500, 160_000, true),
        FASHION(1_200, 32_000, true),
        STREAMING(499, 1_999, true),
        TRAVEL(6_000, 220_000, true);

        private static final List<Trade> ALL = List.of(values());

        private final int leastCents;
        private final int mostCents;
        private final boolean online;

        Trade(int leastCents, int mostCents, boolean online) {
            this.leastCents = leastCents;
            this.mostCents = mostCents;
            this.online = online;
        }
    }

    /** @param online whether one pays there with a device instead of at a till */
    record Purchase(String merchant, BigDecimal amount, boolean online) {}

    private Merchants() {}

    static String home(Draw draw) {
        double towardsLarge = draw.fraction() * draw.fraction();
        return COUNTRIES.get((int) (towardsLarge * HOMES));
    }

    /** What somebody buys on an ordinary day. */
    static Purchase ordinary(Draw draw, String country) {
        Trade trade = draw.oneOf(Trade.ALL);
        return new Purchase(
                merchant(draw, country, trade), draw.amount(trade.leastCents, trade.mostCents), trade.online);
    }

    /** A purchase over the internet of an amount somebody chose on purpose. */
    static Purchase online(Draw draw, String country, BigDecimal amount) {
        return new Purchase(
                merchant(draw, country, draw.chance(0.5) ? Trade.ELECTRONICS : Trade.FASHION), amount, true);
    }

    private static String merchant(Draw draw, String country, Trade trade) {
        String name = trade.name().toLowerCase(java.util.Locale.ROOT);
        return country + "-" + name + "-" + draw.number(1, MERCHANTS_PER_TRADE);
    }
}
