package io.tripline.engine.host;

import io.tripline.dsl.Compilation;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.engine.core.Engine;
import io.tripline.engine.core.EngineReading;
import io.tripline.engine.core.Partition;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.snapshot.StateForm;
import io.tripline.engine.state.Snapshot;
import io.tripline.engine.state.SnapshotFolder;
import io.tripline.engine.state.SnapshotManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes engines of the newest snapshot that can be used; of each that cannot it says why. */
final class SnapshotLoading {
    private final NodeOptions options;
    private final RecoveryListener listener;

    SnapshotLoading(NodeOptions options) {
        this.options = options;
        this.listener = options.recoveryListener();
    }

    /**
     * The newest usable one.
     *
     * @param kept sequence through which outcomes are kept: those of a later snapshot would not be said again
     */
    Optional<LoadedSnapshot> newest(SnapshotFolder folder, long kept) {
        for (Snapshot snapshot : folder.list(listener::snapshotUnusable)) {
            Optional<String> reason = unusable(snapshot.manifest(), kept);
            if (reason.isPresent()) {
                listener.snapshotUnusable(snapshot.folder() + ": " + reason.get());
                continue;
            }
            try {
                LoadedSnapshot loaded = load(snapshot);
                listener.snapshotLoaded(snapshot.manifest());
                return Optional.of(loaded);
            } catch (RuntimeException e) {
                // Whatever is wrong with it: the journal says the same, and is read instead.
                listener.snapshotUnusable(snapshot.folder() + ": " + e.getMessage());
            }
        }
        return Optional.empty();
    }

    private Optional<String> unusable(SnapshotManifest manifest, long kept) {
        if (manifest.form() != StateForm.VERSION || !manifest.release().equals(Release.NAME)) {
            return Optional.of("it was written by release " + manifest.release() + " in form " + manifest.form()
                    + "; this is release " + Release.NAME + " and form " + StateForm.VERSION);
        } else if (manifest.sequence() > kept) {
            return Optional.of("it is of sequence " + manifest.sequence() + ", and outcomes are kept through " + kept);
        }
        int partitions = manifest.files().size() - HostState.FILES;
        return partitions == options.partitions()
                ? Optional.empty()
                : Optional.of("it is of " + partitions + " partitions, not of " + options.partitions());
    }

    private LoadedSnapshot load(Snapshot snapshot) {
        List<String> names = HostState.fileNames(options.partitions());
        HostState.Reading reading = new HostState.Reading(options.limits().rememberedIds());
        snapshot.read(names.get(0), reading);
        HostState host = reading.state();
        Compilation compilation = RunnableRules.compile(host.files());
        RuleSetPlan plan = compilation
                .plan()
                .orElseThrow(() ->
                        new IllegalStateException("its rules do not compile any more: " + compilation.diagnostics()));
        EventCatalog catalog = new EventCatalog(host.revision(), plan.events());
        List<Engine> engines = new ArrayList<>();
        for (int i = 0; i < options.partitions(); i++) {
            Engine engine = newEngine(options, i);
            EngineReading engineReading = new EngineReading(engine, catalog, plan);
            snapshot.read(names.get(HostState.FILES + i), engineReading);
            engineReading.end();
            engines.add(engine);
        }
        return new LoadedSnapshot(host, plan, catalog, engines);
    }

    /** An engine that has seen nothing. */
    static Engine newEngine(NodeOptions options, int partition) {
        return new Engine(
                new Partition(partition, options.partitions()), options.limits().engine(), System::nanoTime);
    }
}
