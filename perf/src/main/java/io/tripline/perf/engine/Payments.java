package io.tripline.perf.engine;

import java.util.SplittableRandom;

/**
 * Payments in memory, by columns, in the order of time and at even distances. One seed gives one stream.
 *
 * <p>Of a hundred payments 5 are below 2, 3 are over 200 (up to 1,000), the others evenly between. Accounts and merchants
 * are drawn evenly; of twenty payments of an account nineteen are in its own country.
 */
public final class Payments {

    public static final int COUNTRIES = 30;

    /** 2026-01-01T00:00:00Z, the time of the first payment. */
    public static final long START_MILLIS = 1_767_225_600_000L;

    private static final double FOREIGN = 0.05;

    private final Shape shape;
    private final int[] account;
    private final int[] merchant;
    private final int[] country;
    private final int[] cents;

    /**
     * How many payments, of whom and how close.
     *
     * @param perSecond payments in a second of event time; divides 1,000
     */
    public record Shape(int count, int accounts, int merchants, int perSecond) {}

    private Payments(Shape shape) {
        this.shape = shape;
        this.account = new int[shape.count()];
        this.merchant = new int[shape.count()];
        this.country = new int[shape.count()];
        this.cents = new int[shape.count()];
    }

    public static Payments generate(Shape shape, long seed) {
        Payments payments = new Payments(shape);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < shape.count(); i++) {
            int account = random.nextInt(shape.accounts());
            payments.account[i] = account;
            payments.merchant[i] = random.nextInt(shape.merchants());
            payments.country[i] = random.nextDouble() < FOREIGN ? random.nextInt(COUNTRIES) : account % COUNTRIES;
            payments.cents[i] = cents(random);
        }
        return payments;
    }

    private static int cents(SplittableRandom random) {
        int kind = random.nextInt(100);
        if (kind < 5) {
            return random.nextInt(10, 200);
        }
        return kind < 8 ? random.nextInt(20_001, 100_000) : random.nextInt(200, 20_001);
    }

    public Shape shape() {
        return shape;
    }

    public int count() {
        return shape.count();
    }

    public long timeMillis(int payment) {
        return START_MILLIS + payment * 1_000L / shape.perSecond();
    }

    public int account(int payment) {
        return account[payment];
    }

    public int merchant(int payment) {
        return merchant[payment];
    }

    public int country(int payment) {
        return country[payment];
    }

    public int cents(int payment) {
        return cents[payment];
    }

    /** The names of the first accounts, one object for each. */
    public static String[] names(String prefix, int count) {
        String[] names = new String[count];
        for (int i = 0; i < count; i++) {
            names[i] = prefix + i;
        }
        return names;
    }
}
