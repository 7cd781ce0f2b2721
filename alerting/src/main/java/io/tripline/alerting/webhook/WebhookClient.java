package io.tripline.alerting.webhook;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Makes the HTTP client: no redirects, cookies, proxies, credentials, compression or retries of its own; connections
 * only to what the policy lets through.
 */
final class WebhookClient {

    private static final int MAX_LINE_BYTES = 16_384;
    private static final int MAX_HEADERS = 100;
    private static final TimeValue KEEP_ALIVE = TimeValue.ofSeconds(20);
    private static final TimeValue CHECK_AFTER_IDLE = TimeValue.ofMilliseconds(500);

    private WebhookClient() {}

    static CloseableHttpClient create(TargetPolicy policy, AddressLookup lookup, SenderLimits limits) {
        Timeout response = Timeout.of(limits.responseTimeout());
        return HttpClientBuilder.create()
                .setConnectionManager(connections(policy, lookup, limits))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(response)
                        .setConnectionRequestTimeout(response)
                        .setRedirectsEnabled(false)
                        .setAuthenticationEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setKeepAliveStrategy((answer, context) -> KEEP_ALIVE)
                .setUserAgent("Tripline")
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .build();
    }

    private static HttpClientConnectionManager connections(
            TargetPolicy policy, AddressLookup lookup, SenderLimits limits) {
        Timeout connect = Timeout.of(limits.connectTimeout());
        return new GuardedConnections(policy)
                .setDnsResolver(new PinnedResolver(policy, lookup))
                .setTlsSocketStrategy(DefaultClientTlsStrategy.createDefault())
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(connect).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(Timeout.of(limits.responseTimeout()))
                        .setValidateAfterInactivity(CHECK_AFTER_IDLE)
                        .build())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxLineLength(MAX_LINE_BYTES)
                                .setMaxHeaderCount(MAX_HEADERS)
                                .build())
                        .build())
                .setMaxConnTotal(limits.requests())
                .setMaxConnPerRoute(limits.requests())
                .build();
    }

    /** The usual pool, with our sockets in it. */
    private static final class GuardedConnections extends PoolingHttpClientConnectionManagerBuilder {

        private final TargetPolicy policy;

        GuardedConnections(TargetPolicy policy) {
            this.policy = policy;
        }

        @Override
        protected HttpClientConnectionOperator createConnectionOperator(
                SchemePortResolver ports, DnsResolver resolver, TlsSocketStrategy tls) {
            return new DefaultHttpClientConnectionOperator(
                    proxy -> new GuardedSocket(policy),
                    ports,
                    resolver,
                    RegistryBuilder.<TlsSocketStrategy>create()
                            .register("https", tls)
                            .build());
        }
    }
}
