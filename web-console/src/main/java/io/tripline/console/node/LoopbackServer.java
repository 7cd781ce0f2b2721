package io.tripline.console.node;

import io.tripline.console.http.ProblemValve;
import io.tripline.console.settings.NodeSettings;
import java.net.InetAddress;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/** Has the last word on where the server listens: on loopback, until there are people and keys to let in. */
@Component
final class LoopbackServer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    private static final String THREADS = "200";

    /** The rest of a refused body is read so far, so that the client gets to see the answer. */
    private static final String SWALLOWED_BYTES = String.valueOf(256 << 20);

    private final NodeSettings settings;

    LoopbackServer(NodeSettings settings) {
        this.settings = settings;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setAddress(InetAddress.getLoopbackAddress());
        factory.setPort(settings.port());
        factory.setShutdown(Shutdown.GRACEFUL);
        factory.setDisableMBeanRegistry(true);
        factory.addConnectorCustomizers(connector -> {
            connector.setXpoweredBy(false);
            connector.setProperty("maxThreads", THREADS);
            connector.setProperty("connectionTimeout", String.valueOf(settings.silenceMillis()));
            connector.setProperty("maxSwallowSize", SWALLOWED_BYTES);
            connector.setProperty("maxKeepAliveRequests", "-1");
        });
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemValve.class.getName());
            }
        });
    }
}
