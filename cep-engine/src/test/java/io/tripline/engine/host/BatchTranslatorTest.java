package io.tripline.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.dsl.RuleCompiler;
import io.tripline.dsl.SourceFile;
import io.tripline.engine.event.Decimals;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventLayout;
import io.tripline.engine.event.EventWriter;
import io.tripline.engine.event.GeoPoint;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchTranslatorTest {

    private static final String AT = "at timestamp @time";

    @Test
    void fieldsAreFoundByNameWhateverTheirPlace() {
        EventCatalog older = catalog(1, "event E { a string  n int  " + AT + " }");
        EventCatalog newer = catalog(2, "event A { " + AT + " } event E { " + AT + "  n int  more string?  a string }");
        EventBatch.Translation translation = one(older).encodedFor(newer);
        assertThat(translation.problems()).isEmpty();
        assertThat(values(translation))
                .containsEntry("a", "text")
                .containsEntry("n", 7L)
                .hasSize(3);
    }

    @Test
    void numbersBecomeWiderAndTextsBecomeNames() {
        EventCatalog older = catalog(1, "event E { a string  n int  d decimal  " + AT + " }");
        EventCatalog newer = catalog(2, "event E { a enum(text, other)  n decimal  d float  " + AT + " }");
        assertThat(values(one(older).encodedFor(newer)))
                .containsEntry("a", "text")
                .containsEntry("n", new BigDecimal(7))
                .containsEntry("d", 1.25);
        assertThat(values(one(newer).encodedFor(catalog(3, "event E { a string  n decimal  d float  " + AT + " }"))))
                .containsEntry("a", "text");
    }

    @Test
    void everyTypeComesThroughUnchanged() {
        String fields = "s string  i int  d decimal  f float  b bool  t timestamp  u duration  ip ip  g geo  "
                + "e enum(text, other)  l list of string  m list of ip  q decimal?  ";
        EventCatalog older = catalog(1, "event E { " + fields + AT + " }");
        EventCatalog newer = catalog(2, "event E { " + AT + " " + fields + "}");
        EventBatch batch = one(older);
        Event before = new Event();
        before.wrap(older, batch.events(), 0, 0, 0);
        assertThat(values(batch.encodedFor(newer))).containsExactlyInAnyOrderEntriesOf(before.values());
    }

    @Test
    void whatDoesNotFitIsTold() {
        EventCatalog older = catalog(1, "event E { a string  n int  " + AT + " }");
        assertProblem(one(older), "event F { " + AT + " }", "unknown-type", "");
        assertProblem(one(older), "event E { a string  " + AT + " }", "unknown-field", "n");
        assertProblem(one(older), "event E { a string  n int  x string  " + AT + " }", "missing-field", "x");
        assertProblem(one(older), "event E { a int  n int  " + AT + " }", "wrong-type", "a");
        assertProblem(one(older), "event E { a enum(other, names)  n int  " + AT + " }", "wrong-type", "a");
    }

    private static void assertProblem(EventBatch batch, String text, String code, String field) {
        EventBatch.Translation translation = batch.encodedFor(catalog(2, text));
        assertThat(translation.batch()).isEmpty();
        assertThat(translation.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.index()).isZero();
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.field()).isEqualTo(field);
        });
    }

    private static EventCatalog catalog(long generation, String text) {
        var compilation = RuleCompiler.compile(List.of(new SourceFile("test.trip", text)));
        return new EventCatalog(
                generation,
                compilation
                        .plan()
                        .orElseThrow(() ->
                                new AssertionError(compilation.diagnostics().toString()))
                        .events());
    }

    /** One event with some value in every field that is not optional. */
    private static EventBatch one(EventCatalog catalog) {
        EventLayout layout = catalog.layoutOrNull("E");
        EventWriter writer = new EventWriter(100);
        writer.begin(layout);
        layout.schema().fields().stream().filter(field -> !field.optional()).forEach(field -> {
            int i = field.index();
            switch (field.type().display()) {
                case "string" -> writer.putText(i, "text");
                case "decimal" -> writer.putDecimal(i, Decimals.pack(125, 2));
                case "float" -> writer.putFloat(i, 1.5);
                case "bool" -> writer.putBool(i, true);
                case "ip" -> writer.putIp(i, new byte[] {10, 0, 0, 1});
                case "geo" -> writer.putGeo(i, new GeoPoint(1, 2));
                case "list of string" -> writer.putList(i, List.of("x", "y"));
                case "list of ip" -> writer.putList(i, List.of(new byte[] {10, 0, 0, 2}));
                case "enum(text, other)" -> writer.putLong(i, 0);
                default -> writer.putLong(i, 7);
            }
        });
        writer.end();
        return new EventBatch(catalog, writer.toByteArray(), writer.length(), 1, "test");
    }

    private static Map<String, Object> values(EventBatch.Translation translation) {
        EventBatch batch = translation.batch().orElseThrow(() -> new AssertionError(translation.problems()));
        Event event = new Event();
        event.wrap(batch.catalog(), batch.events(), 0, 0, 0);
        return event.values();
    }
}
