package io.tripline.dsl.check;

import io.tripline.dsl.check.TestSubject.OfDecision;
import io.tripline.dsl.check.TestSubject.OfRule;
import io.tripline.dsl.check.TestSubject.OfView;
import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.DidYouMean;
import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.plan.ExpressionPlan.Literal;
import io.tripline.dsl.plan.TestPlan.Expectation;
import io.tripline.dsl.plan.TestPlan.ExpectedAlert;
import io.tripline.dsl.plan.TestPlan.ExpectedEvent;
import io.tripline.dsl.plan.TestPlan.ExpectedKey;
import io.tripline.dsl.plan.TestPlan.ExpectedVerdict;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.Scalar;
import io.tripline.dsl.syntax.AssignmentSyntax;
import io.tripline.dsl.syntax.Declaration.TestDeclaration;
import io.tripline.dsl.syntax.Name;
import io.tripline.dsl.syntax.TestLine.Expected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks what a test expects, by what it is about. */
final class ExpectationChecker {

    private static final String ALERT = "alert";
    private static final String ROW = "row";
    private static final String MESSAGE = "message";

    private final RuleContext context;
    private final TestValues values;
    private final TestSubject subject;

    ExpectationChecker(RuleContext context, TestValues values, TestSubject subject) {
        this.context = context;
        this.values = values;
        this.subject = subject;
    }

    Optional<List<Expectation>> check(List<Expected> expected, TestDeclaration test) {
        if (expected.isEmpty() && !test.damaged()) {
            error(
                    DiagnosticCode.MISSING_CLAUSE,
                    test.name().span(),
                    "this test expects nothing",
                    Optional.of("add `expect " + example() + "`, or `expect no " + example() + "`"));
            return Optional.empty();
        }
        List<Expectation> expectations = new ArrayList<>();
        boolean valid = true;
        for (Expected line : expected) {
            if (!mayCome(line.what())) {
                valid = false;
            } else if (line.none()) {
                valid &= isAlone(line, expected);
            } else {
                Optional<? extends Expectation> expectation = expectation(line);
                expectation.ifPresent(expectations::add);
                valid &= expectation.isPresent();
            }
        }
        return valid ? Optional.of(expectations) : Optional.empty();
    }

    /** What may be expected, in words. */
    private List<String> words() {
        if (subject instanceof OfRule rule) {
            List<String> words = new ArrayList<>(rule.emitted());
            if (rule.alerts() || rule.emitted().isEmpty()) {
                words.add(0, ALERT);
            }
            return words;
        }
        return subject instanceof OfDecision decision ? decision.verdicts() : List.of(ROW);
    }

    private String example() {
        return words().stream().findFirst().orElse("allow");
    }

    private boolean mayCome(Name what) {
        String word = what.text();
        List<String> words = words();
        if (words.contains(word)) {
            return true;
        }
        boolean inDoubt = subject instanceof OfRule rule && rule.inDoubt()
                || subject instanceof OfDecision decision && decision.inDoubt();
        if (!inDoubt) {
            String noun =
                    subject instanceof OfDecision ? "a verdict of this decision" : "what comes of " + subjectWords();
            error(
                    subject instanceof OfDecision ? DiagnosticCode.UNKNOWN_VERDICT : DiagnosticCode.UNKNOWN_NAME,
                    what.span(),
                    "`" + word + "` is not " + noun,
                    DidYouMean.hint(word, words)
                            .or(() -> Optional.of("write "
                                    + String.join(
                                            " or ",
                                            words.stream()
                                                    .map(known -> "`expect " + known + "`")
                                                    .toList()))));
        }
        return false;
    }

    private String subjectWords() {
        return subject instanceof OfView ? "a view" : "this rule";
    }

    private boolean isAlone(Expected line, List<Expected> expected) {
        Optional<Expected> other = expected.stream()
                .filter(one -> !one.equals(line)
                        && one.what().text().equals(line.what().text()))
                .findFirst();
        if (other.isPresent()) {
            error(
                    DiagnosticCode.MISPLACED_CLAUSE,
                    line.span(),
                    "this test expects `" + line.what().text() + "` and none",
                    Optional.of("a test expects exactly what it says: leave out `expect no "
                            + line.what().text() + "`"));
            return false;
        }
        if (!line.values().isEmpty() || line.at().isPresent()) {
            error(
                    DiagnosticCode.MISPLACED_CLAUSE,
                    line.span(),
                    "what is not to come at all has no values and no time",
                    Optional.of("write `expect no " + line.what().text() + "`"));
            return false;
        }
        return true;
    }

    private Optional<? extends Expectation> expectation(Expected line) {
        Optional<Instant> at = line.at().flatMap(values::time);
        if (line.at().isPresent() != at.isPresent()) {
            return Optional.empty();
        }
        String word = line.what().text();
        if (subject instanceof OfDecision) {
            if (!line.values().isEmpty()) {
                error(
                        DiagnosticCode.MISPLACED_CLAUSE,
                        line.values().get(0).span(),
                        "a verdict has no fields",
                        Optional.of("write `expect " + word + " at 10:03`"));
                return Optional.empty();
            }
            return Optional.of(new ExpectedVerdict(word, at, line.span()));
        }
        if (subject instanceof OfRule rule && word.equals(ALERT)) {
            return alert(line, rule, at);
        }
        Name type = subject instanceof OfView view
                ? new Name(view.name(), line.what().span())
                : line.what();
        return context.touch(type)
                .flatMap(shape -> values.of(shape, line.values()))
                .map(fields -> new ExpectedEvent(type.text(), fields, at, line.span()));
    }

    private Optional<ExpectedAlert> alert(Expected line, OfRule rule, Optional<Instant> at) {
        if (rule.key().isEmpty()) {
            return Optional.empty();
        }
        Map<String, FieldType> key = rule.key().get();
        List<String> parts = List.copyOf(key.keySet());
        Set<String> given = new HashSet<>();
        List<ExpectedKey> expected = new ArrayList<>();
        Optional<String> message = Optional.empty();
        boolean valid = true;
        for (AssignmentSyntax assignment : line.values()) {
            String name = assignment.field().text();
            boolean isMessage = name.equals(MESSAGE) && !key.containsKey(MESSAGE);
            if (!isMessage && !key.containsKey(name)) {
                explainNoPart(assignment.field(), rule, parts);
                valid = false;
                continue;
            }
            if (!given.add(name)) {
                error(
                        DiagnosticCode.DUPLICATE_NAME,
                        assignment.field().span(),
                        "`" + name + "` has a value already",
                        Optional.empty());
                valid = false;
                continue;
            }
            Optional<Literal> value = values.literal(assignment.value(), isMessage ? Scalar.STRING : key.get(name));
            valid &= value.isPresent();
            if (value.isPresent() && isMessage) {
                message = Optional.of((String) value.get().value());
            } else {
                value.ifPresent(literal -> expected.add(new ExpectedKey(parts.indexOf(name), literal)));
            }
        }
        return valid ? Optional.of(new ExpectedAlert(expected, message, at, line.span())) : Optional.empty();
    }

    private void explainNoPart(Name name, OfRule rule, List<String> parts) {
        List<String> allowed = new ArrayList<>(parts);
        allowed.add(MESSAGE);
        error(
                DiagnosticCode.UNKNOWN_FIELD,
                name.span(),
                "`" + name.text() + "` is not a part of the key of `" + rule.name() + "`",
                DidYouMean.hint(name.text(), allowed)
                        .or(() -> Optional.of("an alert is known by "
                                + TypeWords.list(allowed.stream()
                                        .map(part -> "`" + part + "`")
                                        .toList()))));
    }

    private void error(DiagnosticCode code, SourceSpan span, String message, Optional<String> hint) {
        context.diagnostics().error(code, span, message, hint);
    }
}
