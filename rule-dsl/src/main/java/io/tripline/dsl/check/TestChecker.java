package io.tripline.dsl.check;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.DidYouMean;
import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.plan.TestPlan;
import io.tripline.dsl.plan.TestPlan.Expectation;
import io.tripline.dsl.plan.TestPlan.GivenEntry;
import io.tripline.dsl.plan.TestPlan.GivenEvent;
import io.tripline.dsl.plan.TestPlan.GivenRow;
import io.tripline.dsl.plan.TestPlan.Input;
import io.tripline.dsl.schema.FieldSchema;
import io.tripline.dsl.syntax.Declaration.TestDeclaration;
import io.tripline.dsl.syntax.DurationValue;
import io.tripline.dsl.syntax.TestLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Checks one test: what it is about, what goes in, what is to come out. */
final class TestChecker {

    private final TestDeclaration test;
    private final RuleContext context;
    private final Map<String, TestSubject> subjects;
    private final TestValues values;

    TestChecker(TestDeclaration test, RuleContext context, Map<String, TestSubject> subjects) {
        this.test = test;
        this.context = context;
        this.subjects = subjects;
        this.values = new TestValues(context);
    }

    Optional<TestPlan> check() {
        Optional<TestSubject> subject = subject();
        List<Input> inputs = new ArrayList<>();
        List<TestLine.Expected> expected = new ArrayList<>();
        boolean valid = !test.damaged() && subject.isPresent();
        for (TestLine line : test.lines()) {
            if (line instanceof TestLine.Expected expectation) {
                expected.add(expectation);
                continue;
            }
            Optional<List<Input>> input = line instanceof TestLine.Given given
                    ? repeated(given)
                    : entry((TestLine.Entry) line).map(List::of);
            input.ifPresent(inputs::addAll);
            valid &= input.isPresent();
        }
        Optional<List<Expectation>> expectations =
                subject.flatMap(about -> new ExpectationChecker(context, values, about).check(expected, test));
        return valid && expectations.isPresent()
                ? Optional.of(new TestPlan(
                        test.name().text(), test.subject().text(), inputs, expectations.get(), test.span()))
                : Optional.empty();
    }

    private Optional<TestSubject> subject() {
        String name = test.subject().text();
        Optional<TestSubject> subject = Optional.ofNullable(subjects.get(name));
        if (subject.isEmpty() && !context.declared().events().mayBeUnread(name)) {
            Optional<String> kind = context.declared().kind(name);
            error(
                    DiagnosticCode.UNKNOWN_NAME,
                    test.subject().span(),
                    kind.map(other -> "`" + name + "` is " + other + ", and a test is of a rule, a view or a decision")
                            .orElse("there is no rule, view or decision `" + name + "`"),
                    kind.isPresent() ? Optional.empty() : DidYouMean.hint(name, subjects.keySet()));
        }
        return subject;
    }

    /** The event as often as is said, each time a little later. */
    private Optional<List<Input>> repeated(TestLine.Given given) {
        int limit = context.limits().repetitions();
        boolean once = given.count() == 1 && given.every().isEmpty();
        Optional<Input> first = given(given);
        if (given.count() < 1 || given.count() > limit) {
            error(
                    DiagnosticCode.OUT_OF_RANGE,
                    given.span(),
                    "a line of a test can stand for 1 to " + limit + " events",
                    Optional.empty());
            return Optional.empty();
        }
        if (once || first.isEmpty()) {
            return first.map(List::of);
        }
        if (!(first.get() instanceof GivenEvent event) || given.every().isPresent() && given.count() == 1) {
            error(
                    DiagnosticCode.MISPLACED_CLAUSE,
                    given.span(),
                    given.count() == 1 ? "`every` is for several events" : "a row of a table is written once",
                    Optional.of("write how many: `100 Event { … } every 2s`"));
            return Optional.empty();
        }
        int timeField = context.declared()
                .timeField(event.event())
                .flatMap(name -> context.touch(given.type()).flatMap(shape -> shape.field(name)))
                .map(FieldSchema::index)
                .orElseThrow();
        long everyNanos = given.every().map(DurationValue::nanos).orElse(0L);
        return Optional.of(TestEvents.repeated(event, timeField, given.count(), everyNanos));
    }

    private Optional<Input> given(TestLine.Given given) {
        String name = given.type().text();
        boolean table = context.declared().tables().containsKey(name);
        Optional<String> kind = context.declared().kind(name);
        if (!table && !context.declared().events().has(name) && kind.isEmpty()) {
            Collection<String> both =
                    new ArrayList<>(context.declared().events().shapes().keySet());
            both.addAll(context.declared().tables().keySet());
            if (!context.declared().events().mayBeUnread(name)) {
                context.unknown(
                        DiagnosticCode.UNKNOWN_EVENT,
                        given.type(),
                        "there is no event type or table `" + name + "`",
                        DidYouMean.hint(name, both).or(() -> Optional.of("declare it: `event " + name + " { … }`")));
            }
            return Optional.empty();
        }
        if (kind.filter("a view"::equals).isPresent()) {
            error(
                    DiagnosticCode.UNKNOWN_EVENT,
                    given.type().span(),
                    "`" + name + "` is a view: its rows come from the events of the test",
                    Optional.of("write the events it is made from"));
            return Optional.empty();
        }
        Optional<EventShape> shape = table
                ? context.declared().table(given.type(), context).map(TableShape::row)
                : context.touch(given.type());
        Optional<List<TestPlan.GivenValue>> plan = shape.flatMap(known -> values.of(known, given.values()));
        boolean complete = shape.isPresent() && isComplete(given, table, shape.get());
        return complete
                ? plan.map(list ->
                        table ? new GivenRow(name, list, given.span()) : new GivenEvent(name, list, given.span()))
                : Optional.empty();
    }

    /** An event has a time, and a row a key; whatever else is not given is missing. */
    private boolean isComplete(TestLine.Given given, boolean table, EventShape shape) {
        List<String> needed = new ArrayList<>();
        if (table) {
            context.declared()
                    .tables()
                    .get(shape.name())
                    .key()
                    .forEach(part -> part.ifPresent(field -> needed.add(field.name())));
        } else {
            context.declared().timeField(shape.name()).ifPresent(needed::add);
        }
        given.values()
                .forEach(value ->
                        needed.removeIf(name -> meant(name, value.field().text(), shape)));
        if (needed.isEmpty()) {
            return true;
        }
        error(
                DiagnosticCode.MISSING_CLAUSE,
                given.type().span(),
                "every " + shape.name() + (table ? " has a `" : " has a time, `") + needed.get(0) + "`",
                Optional.of("add `" + needed.get(0) + (table ? ": …`" : ": 10:00`")));
        return false;
    }

    /** Whether a field is given, or a word that is no field may have been meant to be it. */
    private static boolean meant(String field, String written, EventShape shape) {
        return written.equals(field)
                || !shape.has(written)
                        && DidYouMean.nearest(written, shape.fieldNames())
                                .filter(field::equals)
                                .isPresent();
    }

    private Optional<GivenEntry> entry(TestLine.Entry entry) {
        boolean fits = entry.forDuration().isEmpty()
                || DurationRange.check(entry.forDuration().get(), context);
        OptionalLong forNanos = entry.forDuration()
                .map(DurationValue::nanos)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
        return context.declared()
                .list(entry.list(), context)
                .flatMap(ListShape::element)
                .flatMap(type -> values.literal(entry.value(), type))
                .filter(value -> fits)
                .map(value -> new GivenEntry(entry.list().text(), value, forNanos, entry.span()));
    }

    private void error(DiagnosticCode code, SourceSpan span, String message, Optional<String> hint) {
        context.diagnostics().error(code, span, message, hint);
    }

    /** By name, what tests can be about. */
    static Map<String, TestSubject> subjects(
            List<io.tripline.dsl.syntax.Declaration> declarations,
            Map<String, Map<String, io.tripline.dsl.schema.FieldType>> keys) {
        Map<String, TestSubject> subjects = new HashMap<>();
        declarations.forEach(declaration -> TestSubject.of(declaration, keys)
                .ifPresent(subject -> subjects.putIfAbsent(declaration.name().text(), subject)));
        return subjects;
    }
}
