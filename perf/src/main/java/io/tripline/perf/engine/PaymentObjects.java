package io.tripline.perf.engine;

/** Payments as rows of objects, as other engines take them; texts are one object for each value. */
public final class PaymentObjects {

    public static final int NUMBER = 0;
    public static final int ACCOUNT = 1;
    public static final int MERCHANT = 2;
    public static final int COUNTRY = 3;
    public static final int CENTS = 4;
    public static final int MILLIS = 5;

    private PaymentObjects() {}

    /** The columns in their order. */
    public static String[] names() {
        return new String[] {"n", "account", "merchant", "country", "cents", "millis"};
    }

    public static Class<?>[] types() {
        return new Class<?>[] {Long.class, String.class, String.class, String.class, Integer.class, Long.class};
    }

    public static Object[][] rows(Payments payments) {
        String[] accounts = Payments.names("a", payments.shape().accounts());
        String[] merchants = Payments.names("m", payments.shape().merchants());
        String[] countries = Payments.names("c", Payments.COUNTRIES);
        Object[][] rows = new Object[payments.count()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Object[] {
                (long) i,
                accounts[payments.account(i)],
                merchants[payments.merchant(i)],
                countries[payments.country(i)],
                payments.cents(i),
                payments.timeMillis(i)
            };
        }
        return rows;
    }
}
