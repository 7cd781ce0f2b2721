package io.tripline.console.rules;

import io.tripline.console.http.NodeAnswers;
import io.tripline.console.http.Problem;
import io.tripline.console.http.ProblemException;
import io.tripline.dsl.Compilation;
import io.tripline.dsl.SourceFile;
import io.tripline.dsl.diagnostic.Diagnostic;
import io.tripline.engine.host.Node;
import io.tripline.engine.host.Publication;
import io.tripline.engine.host.RuleSet;
import io.tripline.engine.host.RuleStart;
import io.tripline.engine.host.RulesRejectedException;
import io.tripline.engine.host.RunnableRules;
import io.tripline.engine.host.WarmProgress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** Changes the node's rule set, one change after the other. Safe for use by several threads. */
@Component
final class RuleSetPublisher {

    private final Node node;
    private final ReentrantLock changing = new ReentrantLock();
    private final Map<String, Instant> updatedAt = new ConcurrentHashMap<>();

    /**
     * A change that was made.
     *
     * @param starts how each rule began; empty when nothing was different
     */
    record Change(
            RuleSet rules, List<Diagnostic> diagnostics, boolean created, List<RuleStart> starts, long warmFrom) {}

    RuleSetPublisher(Node node) {
        this.node = node;
    }

    RuleSet rules() {
        return node.rules();
    }

    /** When the file last changed; of a time before this process only the rule set's last change is known. */
    Instant updatedAt(RuleSet rules, String name) {
        return updatedAt.getOrDefault(name, rules.changedAt());
    }

    /** @throws ProblemException when the preconditions do not hold, the rule set has errors, or the node refuses */
    Change put(SourceFile file, Preconditions preconditions) throws InterruptedException {
        changing.lockInterruptibly();
        try {
            RuleSet before = node.rules();
            var existing = RuleFiles.find(before, file.name());
            preconditions.check(file.name(), existing);
            List<SourceFile> files = RuleFiles.with(before, file);
            Compilation compilation = compiled(files, "The rule file has errors");
            if (existing.isPresent() && existing.get().text().equals(file.text())) {
                return new Change(before, compilation.diagnostics(), false, List.of(), 0);
            }
            Publication done = publish(files);
            updatedAt.put(file.name(), done.rules().changedAt());
            return new Change(
                    done.rules(), compilation.diagnostics(), existing.isEmpty(), done.starts(), done.warmFrom());
        } finally {
            changing.unlock();
        }
    }

    /** How far rules have read the history that are about to hold; empty when none are. */
    Optional<WarmProgress> warming() {
        return node.warming();
    }

    /** @throws ProblemException when there is no such file, when others need it, or as for {@link #put} */
    void delete(String name, Preconditions preconditions) throws InterruptedException {
        changing.lockInterruptibly();
        try {
            RuleSet before = node.rules();
            preconditions.check(name, RuleFiles.find(before, name));
            RuleFiles.existing(before, name);
            List<SourceFile> files = RuleFiles.without(before, name);
            compiled(files, "Other rule files need this one");
            Publication unused = publish(files);
            updatedAt.remove(name);
        } finally {
            changing.unlock();
        }
    }

    private static Compilation compiled(List<SourceFile> files, String titleIfNot) {
        Compilation compilation = RunnableRules.compile(files);
        if (!compilation.succeeded()) {
            throw rejected(compilation.diagnostics(), titleIfNot);
        }
        return compilation;
    }

    private Publication publish(List<SourceFile> files) throws InterruptedException {
        try {
            return NodeAnswers.await(
                    node.publishWarm(files), () -> node.warming().isPresent());
        } catch (RulesRejectedException e) {
            throw rejected(e.diagnostics(), "The rule set has errors");
        }
    }

    private static ProblemException rejected(List<Diagnostic> diagnostics, String title) {
        long errors = diagnostics.stream().filter(Diagnostic::isError).count();
        String first = diagnostics.stream()
                .filter(Diagnostic::isError)
                .findFirst()
                .map(d -> d.span().file() + " line " + d.span().startLine() + ": " + d.message())
                .orElse("");
        return Problem.of(422, "invalid-rules", title, errors == 1 ? first : errors + " errors, the first: " + first)
                .with(
                        "diagnostics",
                        diagnostics.stream().map(DiagnosticView::of).toList())
                .asException();
    }
}
