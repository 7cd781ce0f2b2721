package io.tripline.perf;

import io.tripline.perf.engine.EngineCommand;
import io.tripline.perf.engine.RuleChangeCommand;
import io.tripline.perf.fault.DiskFullCommand;
import io.tripline.perf.fault.KillCommand;
import io.tripline.perf.fault.SimulateCommand;
import io.tripline.perf.fuzz.FuzzCommand;
import io.tripline.perf.journal.BacktestCommand;
import io.tripline.perf.journal.FailedSyncCommand;
import io.tripline.perf.journal.FlipCommand;
import io.tripline.perf.journal.FuzzJournalCommand;
import io.tripline.perf.journal.JournalReadCommand;
import io.tripline.perf.journal.PowerCutCommand;
import io.tripline.perf.language.CompileCommand;
import io.tripline.perf.language.KeystrokeCommand;
import io.tripline.perf.oracle.OracleCommand;
import io.tripline.perf.state.RecoveryCommand;
import io.tripline.perf.state.SnapshotCommand;
import io.tripline.perf.workload.IngestCommand;
import io.tripline.perf.workload.ReplayCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point of {@code perf/run}. */
@Command(
        name = "perf/run",
        mixinStandardHelpOptions = true,
        description = "Speeds of the language, the engine and a node; fault experiments.",
        subcommands = {
            ReplayCommand.class,
            IngestCommand.class,
            CompileCommand.class,
            KeystrokeCommand.class,
            FuzzCommand.class,
            OracleCommand.class,
            EngineCommand.class,
            RuleChangeCommand.class,
            SnapshotCommand.class,
            RecoveryCommand.class,
            KillCommand.class,
            SimulateCommand.class,
            DiskFullCommand.class,
            FailedSyncCommand.class,
            BacktestCommand.class,
            JournalReadCommand.class,
            PowerCutCommand.class,
            FlipCommand.class,
            FuzzJournalCommand.class
        })
public final class Perf {

    private Perf() {}

    /** Runs a command and exits: 0 when the answers were right, 1 when not, 2 for wrong usage. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Perf())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args));
    }
}
