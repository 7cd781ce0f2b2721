package io.tripline.engine.host;

import io.tripline.dsl.SourceFile;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.snapshot.StateParts;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a node knows at one sequence beside its engines.
 *
 * @param events in the journal
 * @param changedAt when the rules were changed last
 * @param files the complete rule set
 * @param sources in the order of their numbers
 * @param ids those that duplicates are found by
 */
record HostState(
        long sequence,
        long events,
        long revision,
        Instant changedAt,
        List<SourceFile> files,
        List<String> sources,
        IdMemory ids) {

    /** Files of a snapshot that are no engine's; they come first. */
    static final int FILES = 1;

    private static final byte NODE = 0;
    private static final EventCatalog NO_EVENTS = EventCatalog.EMPTY;

    HostState {
        files = List.copyOf(files);
        sources = List.copyOf(sources);
    }

    /** The names of the files of a snapshot. */
    static List<String> fileNames(int partitions) {
        List<String> names = new ArrayList<>(List.of("node.parts"));
        for (int i = 0; i < partitions; i++) {
            names.add("engine-" + i + ".parts");
        }
        return names;
    }

    void write(StateParts parts) {
        StateWriter out = new StateWriter(NO_EVENTS);
        out.number(sequence).number(events).number(revision);
        out.signed(changedAt.getEpochSecond()).number(changedAt.getNano());
        out.number(files.size());
        files.forEach(file -> out.text(file.name()).text(file.text()));
        out.number(sources.size());
        sources.forEach(out::text);
        parts.part(new byte[] {NODE}, out.array(), out.length());
        ids.write(parts);
    }

    /** Makes a state of the parts of another. */
    static final class Reading implements StateParts {
        private IdMemory ids;
        private HostState state;

        Reading(int rememberedIds) {
            this.ids = IdMemory.empty(rememberedIds);
        }

        @Override
        public void part(byte[] name, byte[] bytes, int length) {
            StateReader in = new StateReader(NO_EVENTS, bytes, 0, length);
            if (name[0] != NODE) {
                ids = ids.with(name, in, length);
                return;
            }
            long sequence = in.number();
            long events = in.number();
            long revision = in.number();
            Instant changedAt = Instant.ofEpochSecond(in.signed(), in.number());
            List<SourceFile> files = new ArrayList<>();
            for (int left = in.count(); left > 0; left--) {
                files.add(new SourceFile(in.text(), in.text()));
            }
            List<String> sources = new ArrayList<>();
            for (int left = in.count(); left > 0; left--) {
                sources.add(in.text());
            }
            in.end();
            state = new HostState(sequence, events, revision, changedAt, files, sources, ids);
        }

        /** The state, when all parts have come. */
        HostState state() {
            return new HostState(
                    state.sequence, state.events, state.revision, state.changedAt, state.files, state.sources, ids);
        }
    }
}
