package io.tripline.engine.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.engine.driver.EngineDriver;
import io.tripline.engine.event.Decimals;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventWriter;
import io.tripline.engine.expression.ExpressionCompiler;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Windows side by side in one array read as the same windows do that are objects; the seed is the test's name. */
class SmallWindowsTest {

    private static final String RULES = """
            event P { n int?  v decimal?  s string?  f float  at timestamp @time }
            rule r {
              on p: P
              when count(P) over 10s > 0 and count(P.n) over 6s > 0 and sum(P.n) over 10s > 0 and avg(P.n) over 7s > 0
                and max(P.v) over 5s > 0 and sum(P.v) over 5s > 0 and avg(P.v) over 9s > 0
                and distinct(P.s) over 9s > 0 and distinct(P.n) over 20s > 0 and distinct(P.v) over 3s > 0
                and distinct(P.f) over 8s > 0
              alert "hit"
            }
            """;
    private static final int EVENTS = 4_000;

    private static final class Windows extends FeatureWindows {
        private Windows(RuleFeatures features) {
            super(features);
        }

        private Windows(Windows other) {
            super(other);
        }
    }

    /** A window as an object, fed by the same rules. */
    private static final class Reference {
        private final Feature feature;
        private final SlidingWindow window;

        private Reference(Feature feature) {
            this.feature = feature;
            this.window = feature.newWindow();
        }

        private void add(Scope scope) {
            Value value = feature.valueOf(scope);
            if (!value.isMissing()) {
                window.expireBefore(feature.reach().oldest(scope.event().timeNanos()));
                window.add(scope.event().timeNanos(), value);
            }
        }

        private String read(Scope scope) {
            window.expireBefore(feature.reach().oldest(scope.event().timeNanos()));
            Value value = new Value();
            window.read(value);
            return text(value);
        }
    }

    private static String text(Value value) {
        return value.isMissing() ? "missing" : value.isBig() ? value.asDecimal().toString() : "" + value.slot();
    }

    /** Many numbers or few, large ones or small, long texts or short: the small windows do not always have room. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void readAsObjectsDo(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean large = seed % 2 == 0;
        RuleSetPlan plan = EngineDriver.compile(RULES);
        RulePlan rule = plan.rules().get(0);
        ExpressionCompiler compiler = new ExpressionCompiler(rule.key());
        Feature[] features = rule.features().stream()
                .map(each -> new Feature(each, compiler))
                .toArray(Feature[]::new);
        RuleFeatures side = new RuleFeatures(features);
        Windows windows = new Windows(side);
        List<Reference> references = new ArrayList<>();
        for (Feature feature : features) {
            references.add(new Reference(feature));
        }
        EventCatalog catalog = new EventCatalog(1, plan.events());
        EventWriter writer = new EventWriter(256);
        Event event = new Event();
        Scope scope = new Scope();
        long millis = 0;
        Value value = new Value();
        for (int i = 0; i < EVENTS; i++) {
            millis += random.nextInt(20) == 0 ? random.nextInt(12_000) : random.nextInt(seed < 5 ? 900 : 2_500);
            write(writer, catalog, random, large, millis);
            event.wrap(catalog, writer.array(), 0, i, 0);
            scope.showMoving(event);
            for (int feature = 0; feature < features.length; feature++) {
                if (random.nextInt(5) > 0) {
                    side.add(windows, feature, scope);
                    references.get(feature).add(scope);
                }
            }
            if (random.nextInt(50) == 0) {
                windows = new Windows(windows);
            }
            for (int feature = 0; feature < features.length; feature++) {
                side.of(windows).read(feature, scope, value);
                assertThat(text(value))
                        .as("feature %s, event %s", rule.features().get(feature), event)
                        .isEqualTo(references.get(feature).read(scope));
            }
        }
    }

    private static void write(
            EventWriter writer, EventCatalog catalog, SplittableRandom random, boolean large, long millis) {
        writer.clear();
        writer.begin(catalog.layoutOrNull("P"));
        if (random.nextInt(6) > 0) {
            boolean huge = large && random.nextInt(5) == 0;
            writer.putLong(0, huge ? random.nextLong() : random.nextInt(-9, 10));
        }
        if (random.nextInt(6) > 0) {
            boolean huge = large && random.nextInt(5) == 0;
            writer.putDecimal(
                    1, Decimals.pack(huge ? random.nextLong() >> 6 : random.nextInt(-900, 900), random.nextInt(9)));
        }
        if (random.nextInt(6) > 0) {
            writer.putText(2, (random.nextInt(200) == 0 ? "longer-" : "t") + random.nextInt(12));
        }
        writer.putFloat(3, random.nextInt(9) / 4.0);
        writer.putLong(4, millis * 1_000_000);
        writer.end();
    }
}
