package io.tripline.console.cli;

import io.tripline.console.ConsoleVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"tripline " + ConsoleVersion.current()};
    }
}
