package io.tripline.perf.fuzz;

import io.tripline.dsl.Compilation;
import io.tripline.dsl.RuleCompiler;
import io.tripline.dsl.SourceFile;
import io.tripline.dsl.diagnostic.Diagnostic;
import io.tripline.dsl.diagnostic.DiagnosticPrinter;
import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.explain.DotWriter;
import io.tripline.dsl.explain.RuleProse;
import io.tripline.dsl.explain.StateGraphBuilder;
import io.tripline.dsl.format.RuleFormatter;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.RuleSetPlan;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Optional;

/** What the compiler promises for any text at all. */
final class TextPromises {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final long NANOS_PER_LINE = 100_000;
    /** A short text may take that long too, and so a pause of the machine is no finding. */
    private static final long FLOOR_NANOS = 100_000_000;
    /** A text without line ends counts as if it had some. */
    private static final int CHARACTERS_PER_LINE = 40;
    /** So many texts are compiled before the time counts. */
    private static final int WARM_UP = 3_000;
    /** A slow answer must be slow each time: the compiler of the JVM works in the same thread's time at first. */
    private static final int SLOW_TIMES = 4;

    private static int compiled;

    private TextPromises() {}

    /** Compiles the text and looks at everything that comes out. */
    static void check(String text) {
        SourceFile file = new SourceFile("any.trip", text);
        try {
            long nanos = compileAndCheck(file);
            compiled++;
            for (int again = 1; again < SLOW_TIMES && compiled > WARM_UP && nanos > allowedNanos(text); again++) {
                nanos = Math.min(nanos, compileAndCheck(file));
            }
            if (compiled > WARM_UP && nanos > allowedNanos(text)) {
                throw new BrokenPromise("took " + nanos / 1_000_000 + " ms of processor time", text, null);
            }
        } catch (RuntimeException | StackOverflowError e) {
            throw new BrokenPromise("threw " + e, text, e);
        }
    }

    private static long allowedNanos(String text) {
        long lines = Math.max(text.lines().count(), text.length() / CHARACTERS_PER_LINE);
        return Math.max(FLOOR_NANOS, lines * NANOS_PER_LINE);
    }

    private static long compileAndCheck(SourceFile file) {
        String text = file.text();
        long start = THREADS.getCurrentThreadCpuTime();
        Compilation compilation = RuleCompiler.compile(List.of(file));
        long nanos = THREADS.getCurrentThreadCpuTime() - start;
        boolean hasErrors = compilation.diagnostics().stream().anyMatch(Diagnostic::isError);
        if (compilation.succeeded() == hasErrors) {
            throw new BrokenPromise(hasErrors ? "a plan beside errors" : "neither a plan nor an error", text, null);
        }
        for (Diagnostic diagnostic : compilation.diagnostics()) {
            if (!isInText(diagnostic.span(), text)) {
                throw new BrokenPromise("not in the text: " + diagnostic, text, null);
            }
            if (!DiagnosticPrinter.print(diagnostic, file).contains(diagnostic.message())) {
                throw new BrokenPromise("not printed: " + diagnostic, text, null);
            }
        }
        checkFormatted(file, compilation);
        compilation.plan().ifPresent(TextPromises::explain);
        return nanos;
    }

    private static void explain(RuleSetPlan plan) {
        for (RulePlan rule : plan.rules()) {
            if (RuleProse.of(rule, plan).isBlank()
                    || DotWriter.write(rule.name(), StateGraphBuilder.of(rule, plan))
                            .isBlank()) {
                throw new IllegalStateException("nothing to say about " + rule.name());
            }
        }
    }

    /** A file that is formatted says the same, and formatting it again changes nothing. */
    private static void checkFormatted(SourceFile file, Compilation before) {
        Optional<String> formatted = RuleFormatter.format(file).text();
        if (formatted.isEmpty()) {
            if (before.succeeded()) {
                throw new BrokenPromise("compiles but is not formatted", file.text(), null);
            }
            return;
        }
        SourceFile again = new SourceFile(file.name(), formatted.get());
        if (!RuleFormatter.format(again).text().equals(formatted)) {
            throw new BrokenPromise("formatted twice is not formatted once: " + formatted.get(), file.text(), null);
        }
        Compilation after = RuleCompiler.compile(List.of(again));
        if (!codes(after).equals(codes(before)) || !versions(after).equals(versions(before))) {
            throw new BrokenPromise("means something else when formatted: " + formatted.get(), file.text(), null);
        }
    }

    private static List<String> codes(Compilation compilation) {
        return compilation.diagnostics().stream()
                .map(diagnostic -> diagnostic.code() + diagnostic.message())
                .toList();
    }

    private static List<String> versions(Compilation compilation) {
        return compilation.plan().stream()
                .flatMap(plan -> plan.rules().stream())
                .map(rule -> rule.name() + rule.version())
                .toList();
    }

    private static boolean isInText(SourceSpan span, String text) {
        return span.startOffset() >= 0
                && span.startOffset() <= span.endOffset()
                && span.endOffset() <= text.length()
                && span.startColumn() >= 1
                && span.startColumn() <= span.startOffset() + 1
                && span.startLine() >= 1
                && span.endLine() >= span.startLine()
                && span.endLine() <= span.endOffset() + 1;
    }
}
