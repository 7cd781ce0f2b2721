package io.tripline.engine.host;

import io.tripline.dsl.Compilation;
import io.tripline.dsl.RuleCompiler;
import io.tripline.dsl.SourceFile;
import io.tripline.dsl.diagnostic.Diagnostic;
import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.engine.program.UnsupportedConstructs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compiles rules that are to be run, and says of each that this engine cannot run why. */
public final class RunnableRules {

    private RunnableRules() {}

    /** As {@link RuleCompiler#compile}; a plan is present only when the engine can run all of it. */
    public static Compilation compile(List<SourceFile> files) {
        Compilation compilation = RuleCompiler.compile(files);
        Map<SourceSpan, String> unsupported =
                compilation.plan().map(UnsupportedConstructs::in).orElse(Map.of());
        if (unsupported.isEmpty()) {
            return compilation;
        }
        List<Diagnostic> diagnostics = new ArrayList<>(compilation.diagnostics());
        unsupported.forEach((span, construct) -> diagnostics.add(new Diagnostic(
                DiagnosticCode.NOT_RUNNABLE,
                Diagnostic.Level.ERROR,
                span,
                "this is valid, but the engine of this version cannot run " + construct,
                Optional.of("`tripline check` accepts it; take it out of the rule set to publish the rest"))));
        return new Compilation(Optional.empty(), diagnostics);
    }
}
