package io.tripline.console.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Bodies as a whole: their three shapes, and what one broken event costs. */
class EventReaderTest {

    private static final String A = "{\"type\":\"Payment\",\"amount\":1,\"at\":0}";
    private static final String B = "{\"amount\":2,\"at\":0,\"type\":\"Payment\"}";
    private static final String C = "{\"at\":0,\"type\":\"Payment\",\"amount\":3}";

    @Test
    void theTypeMayStandAnywhere() {
        assertThat(amounts(Decoding.ofLines(A, B, C))).isEqualTo("1 2 3");
        assertThat(Decoding.ofLines("{\"x\":{\"type\":\"T\",\"y\":[1]},\"type\":\"Payment\"}")
                        .errors())
                .containsExactly("1 /x unknown-field: 'x' is not a field of Payment");
    }

    @Test
    void aBrokenLineCostsOnlyThatLine() {
        Decoding decoding = Decoding.ofLines(A, "", "{\"type\":\"Payment\",\"amount\":", "\r", B + "\r", "{]", C, "");
        assertThat(amounts(decoding)).isEqualTo("1 2 3");
        assertThat(decoding.errors()).hasSize(2).satisfies(errors -> {
            assertThat(errors.get(0)).startsWith("3  broken-json: not JSON at column 28: Unexpected end-of-input");
            assertThat(errors.get(1))
                    .startsWith("6  broken-json: not JSON at column 2: Unexpected close marker ']': expected '}'");
        });
    }

    @Test
    void oneObjectOrAnArray() {
        assertThat(amounts(Decoding.ofJson(" \n" + A + "\n"))).isEqualTo("1");
        assertThat(amounts(Decoding.ofJson("[" + A + " ,\n" + B + "," + C + "] ")))
                .isEqualTo("1 2 3");
        assertThat(Decoding.ofJson("[]")).isEqualTo(Decoding.ofJson(" [ ] "));
        assertThat(Decoding.ofJson("[]").errors()).isEmpty();
    }

    @Test
    void aByteOrderMarkIsPassedOver() {
        assertThat(amounts(Decoding.ofJson("\uFEFF" + A))).isEqualTo("1");
        assertThat(amounts(Decoding.ofLines("\uFEFF" + A, B))).isEqualTo("1 2");
    }

    @Test
    void inAnArrayTheErrorNamesThePlace() {
        Decoding decoding = Decoding.ofJson("[" + A + ",{\"type\":\"Payment\",\"amout\":1},17," + B + "]");
        assertThat(amounts(decoding)).isEqualTo("1 2");
        assertThat(decoding.errors())
                .containsExactly(
                        "2 /amout unknown-field: 'amout' is not a field of Payment; did you mean `amount`?",
                        "3  not-an-object: '17' is not an object; an event begins with { and has \"type\"");
    }

    @Test
    void whatFollowsBrokenJsonInAnArrayIsLost() {
        Decoding decoding = Decoding.ofJson("[" + A + ",{\"type\":\"Payment\",\"amount\":1 \"at\":0}," + C + "]");
        assertThat(amounts(decoding)).isEqualTo("1");
        assertThat(decoding.errors()).hasSize(1);
        assertThat(decoding.errors().get(0))
                .startsWith("2  broken-json: not JSON at column")
                .endsWith("; nothing after it in the array was read");
    }

    @Test
    void whatLooksLikeAnEventInsideABrokenOneIsNotTaken() {
        Decoding decoding = Decoding.ofJson("[{\"type\":\"T\",\"id\":\"x, \"string\":\"}," + A + ",{\"}]");
        assertThat(decoding.events()).isEmpty();
    }

    @Test
    void anArrayThatIsCutOff() {
        assertThat(Decoding.ofJson("[" + A + ",").errors())
                .containsExactly("2  broken-json: the body ends where an event should begin");
        assertThat(Decoding.ofJson("[" + A).errors())
                .containsExactly("1  broken-json: the array does not end; the body may be cut off");
        assertThat(Decoding.ofJson("[" + A + ",{\"type\":\"Pay").errors())
                .containsExactly("2  broken-json: the event does not end; the body may be cut off");
        assertThat(Decoding.ofJson("[" + A + " " + B + "]").errors())
                .containsExactly("1  broken-json: between two events there is no comma");
        assertThat(Decoding.ofJson("[,]").errors())
                .containsExactly("1  broken-json: ',' stands where an event should begin");
        assertThat(Decoding.ofJson("").errors())
                .containsExactly("1  broken-json: the body is empty; send an event or an array of events");
    }

    @Test
    void severalObjectsAreNoJsonDocument() {
        Decoding decoding = Decoding.ofJson(A + "\n" + B);
        assertThat(amounts(decoding)).isEqualTo("1");
        assertThat(decoding.errors())
                .containsExactly("1  broken-json: something follows the end; send several events as an array, or one on"
                        + " each line as application/x-ndjson");
        assertThat(Decoding.ofLines(A + B).errors())
                .containsExactly(
                        "1  broken-json: something follows the event at column 37; write one event on each line");
    }

    @Test
    void typesThatNobodyDeclared() {
        assertThat(Decoding.ofLines("{\"type\":\"payment\"}").errors())
                .containsExactly(
                        "1 /type unknown-type: 'payment' is not a declared event type; did you mean `Payment`?");
        assertThat(Decoding.ofLines("{\"type\":\"Login\"}").errors())
                .containsExactly("1 /type unknown-type: 'Login' is not a declared event type; declared are T, Payment");
        assertThat(Decoding.ofLines("{\"amount\":1}").errors())
                .containsExactly(
                        "1 /type missing-type: the event does not say its type; write \"type\": \"T\"; declared are"
                                + " T, Payment");
        assertThat(Decoding.ofLines("{\"type\":7}").errors())
                .containsExactly(
                        "1 /type missing-type: the type is not a text; write \"type\": \"T\"; declared are T, Payment");
        assertThat(Decoding.ofLines("{}").errors()).hasSize(1);
    }

    @Test
    void fieldsThatAreMissingOrTwice() {
        assertThat(Decoding.ofLines("{\"type\":\"Payment\",\"at\":0}").errors())
                .containsExactly("1 /amount missing-field: `amount` is missing; a Payment needs it, a decimal");
        assertThat(Decoding.ofLines("{\"type\":\"Payment\",\"at\":0,\"amount\":null}")
                        .errors())
                .containsExactly("1 /amount missing-field: `amount` is missing; a Payment needs it, a decimal");
        assertThat(Decoding.ofLines("{\"type\":\"Payment\",\"at\":0,\"amount\":1,\"amount\":2}")
                        .errors())
                .containsExactly("1 /amount duplicate-field: 'amount' stands in the event twice");
        assertThat(Decoding.ofMembers("\"int\":null,\"int\":2").errors())
                .containsExactly("1 /int duplicate-field: 'int' stands in the event twice");
        assertThat(Decoding.ofLines("{\"type\":\"Payment\",\"type\":\"T\"}").errors())
                .containsExactly("1 /type duplicate-field: 'type' stands in the event twice");
        assertThat(Decoding.ofMembers("\"int\":null").value("int")).isNull();
        assertThat(Decoding.ofLines("{\"type\":\"Payment\",\"a/b~c\":1}").errors())
                .containsExactly("1 /a~1b~0c unknown-field: 'a/b~c' is not a field of Payment");
    }

    @Test
    void anEventThatIsTooLongIsPassedOver() {
        String huge = "{\"type\":\"Payment\",\"x\":\"" + "{\\\"".repeat(400_000) + "\"}";
        String expected = "2  too-long: the event is longer than 1048576 bytes";
        Decoding lines = Decoding.read(
                EventReader.ofNdjson(fast(A + "\n" + huge + "\n" + C), Decoding.CATALOG, Decoding.LIMITS));
        assertThat(amounts(lines)).isEqualTo("1 3");
        assertThat(lines.errors()).containsExactly(expected);
        Decoding array = Decoding.read(
                EventReader.ofJson(fast("[" + A + "," + huge + "," + C + "]"), Decoding.CATALOG, Decoding.LIMITS));
        assertThat(amounts(array)).isEqualTo("1 3");
        assertThat(array.errors()).containsExactly(expected);
    }

    @Test
    void depthIsBounded() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertThat(Decoding.ofLines("{\"x\":" + deep + ",\"type\":\"Payment\"}", A)
                        .errors())
                .containsExactly("1  too-deep: objects and arrays stand more than 32 deep in it");
        assertThat(Decoding.ofLines("{\"type\":\"Payment\",\"amount\":" + deep + "}")
                        .errors()
                        .get(0))
                .startsWith("1 /amount wrong-type: an array is not a decimal");
        assertThat(Decoding.ofJson("[{\"type\":\"Payment\",\"amount\":" + deep + "}," + A + "]")
                        .events())
                .isEmpty();
    }

    @Test
    void onlyUtf8IsTaken() {
        byte[] broken = (A + "\n" + "{\"type\":\"T\",\"id\":\"?\",\"at\":0}\n" + B).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < broken.length; i++) {
            broken[i] = broken[i] == '?' ? (byte) 0xC0 : broken[i];
        }
        Decoding decoding = Decoding.read(
                EventReader.ofNdjson(new ByteArrayInputStream(broken), Decoding.CATALOG, Decoding.LIMITS));
        assertThat(amounts(decoding)).isEqualTo("1 2");
        assertThat(decoding.errors()).containsExactly("2  broken-json: the bytes from column 19 on are not UTF-8");
        byte[] utf16 = A.getBytes(StandardCharsets.UTF_16LE);
        assertThat(Decoding.read(EventReader.ofJson(new ByteArrayInputStream(utf16), Decoding.CATALOG, Decoding.LIMITS))
                        .events())
                .isEmpty();
    }

    /** Whatever the bytes are, reading ends, and lines that were not touched are read. */
    @Test
    void randomDamageCostsNoOtherLine() {
        long seed = 20260301;
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 2_000; round++) {
            byte[] damaged = (B + "\n").getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i <= random.nextInt(4); i++) {
                damaged[random.nextInt(damaged.length - 1)] = (byte) random.nextInt(256);
            }
            String middle = new String(damaged, StandardCharsets.ISO_8859_1);
            if (middle.indexOf('\n') < middle.length() - 1) {
                continue;
            }
            byte[] body = (A + "\n" + middle + C).getBytes(StandardCharsets.ISO_8859_1);
            Decoding decoding = Decoding.read(
                    EventReader.ofNdjson(new ByteArrayInputStream(body), Decoding.CATALOG, Decoding.LIMITS));
            String amounts = amounts(decoding);
            assertThat(amounts)
                    .as("seed %d round %d: %s", seed, round, middle)
                    .startsWith("1 ")
                    .endsWith(" 3");
            Decoding.read(EventReader.ofJson(new ByteArrayInputStream(body), Decoding.CATALOG, Decoding.LIMITS));
        }
    }

    private static ByteArrayInputStream fast(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String amounts(Decoding decoding) {
        StringBuilder amounts = new StringBuilder();
        for (Map<String, Object> event : decoding.events()) {
            amounts.append(amounts.isEmpty() ? "" : " ").append(event.get("amount"));
        }
        return amounts.toString();
    }
}
