package io.tripline.dsl.syntax;

import io.tripline.dsl.diagnostic.SourceSpan;
import java.util.List;

/** One of the clauses of a rule, which may stand in any order. */
public sealed interface Clause extends SyntaxNode {

    /** The word it begins with, which is what people call it. */
    String keyword();

    record Severity(Name level, SourceSpan span) implements Clause {
        @Override
        public String keyword() {
            return "severity";
        }
    }

    record By(List<Name> parts, SourceSpan span) implements Clause {
        public By {
            parts = List.copyOf(parts);
        }

        @Override
        public String keyword() {
            return "by";
        }
    }

    record On(StepSyntax step, SourceSpan span) implements Clause {
        @Override
        public String keyword() {
            return "on";
        }
    }

    record When(ExpressionSyntax condition, SourceSpan span) implements Clause {
        @Override
        public String keyword() {
            return "when";
        }
    }

    /** The steps one {@code then} the other. */
    record Match(List<StepSyntax> steps, SourceSpan span) implements Clause {
        public Match {
            steps = List.copyOf(steps);
        }

        @Override
        public String keyword() {
            return "match";
        }
    }

    record Within(DurationValue duration, SourceSpan span) implements Clause {
        @Override
        public String keyword() {
            return "within";
        }
    }

    record Alert(List<TemplatePart> message, SourceSpan span) implements Clause {
        public Alert {
            message = List.copyOf(message);
        }

        @Override
        public String keyword() {
            return "alert";
        }
    }

    record OncePer(DurationValue duration, SourceSpan span) implements Clause {
        @Override
        public String keyword() {
            return "once per";
        }
    }
}
