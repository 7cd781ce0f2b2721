package io.tripline.dsl.syntax;

import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.syntax.PatternSyntax.StepSyntax;
import java.util.List;
import java.util.Optional;

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

    record By(List<KeyPartSyntax> parts, SourceSpan span) implements Clause {
        public By {
            parts = List.copyOf(parts);
        }

        @Override
        public String keyword() {
            return "by";
        }
    }

    record On(StepSyntax step, boolean late, SourceSpan span) implements Clause {
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

    record Match(PatternSyntax.Sequence pattern, SourceSpan span) implements Clause {
        @Override
        public String keyword() {
            return "match";
        }
    }

    /** What must not come between two steps. */
    record Without(FilteredSyntax forbidden, Name from, Name to, SourceSpan span) implements Clause {
        @Override
        public String keyword() {
            return "without";
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

    record Tags(List<Name> tags, SourceSpan span) implements Clause {
        public Tags {
            tags = List.copyOf(tags);
        }

        @Override
        public String keyword() {
            return "tags";
        }
    }

    record Overlapping(SourceSpan span) implements Clause {
        @Override
        public String keyword() {
            return "overlapping";
        }
    }

    /** @param place {@code first} or {@code last}, or what was meant to be one of them */
    record SkipTo(Name place, Name step, SourceSpan span) implements Clause {
        @Override
        public String keyword() {
            return "skip to";
        }
    }

    record Final(SourceSpan span) implements Clause {
        @Override
        public String keyword() {
            return "final";
        }
    }

    record Emit(Name event, List<AssignmentSyntax> values, SourceSpan span) implements Clause {
        public Emit {
            values = List.copyOf(values);
        }

        @Override
        public String keyword() {
            return "emit";
        }
    }

    record Add(ExpressionSyntax value, Name list, Optional<DurationValue> forDuration, SourceSpan span)
            implements Clause {
        @Override
        public String keyword() {
            return "add";
        }
    }

    record Remove(ExpressionSyntax value, Name list, SourceSpan span) implements Clause {
        @Override
        public String keyword() {
            return "remove";
        }
    }

    record Score(ExpressionSyntax points, SourceSpan span) implements Clause {
        @Override
        public String keyword() {
            return "score";
        }
    }
}
