package io.tripline.console.cli;

import io.tripline.console.lsp.RuleLanguageServer;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;

@Command(
        name = "lsp",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Serve an editor that speaks the Language Server Protocol, over standard input and output.",
            "An editor starts this; all rule files of its folder are one rule set."
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the editor is gone", "2:it could not run"})
final class LspCommand implements Callable<Integer> {

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        RuleLanguageServer.serve(System.in, System.out);
        return ExitCode.OK;
    }
}
