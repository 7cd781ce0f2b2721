package io.tripline.console.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.console.node.NodeUnderTest;
import io.tripline.console.node.NodeUnderTest.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for all of the HTTP API. */
class HttpTest {

    private static NodeUnderTest node;

    @BeforeAll
    static void start(@TempDir Path data) {
        node = NodeUnderTest.start(data, "durability=process");
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void everythingThatGoesWrongIsAProblem() throws IOException {
        assertProblem(node.get("/v1/nothing"), 404, "not-found");
        assertProblem(node.get("/v1"), 404, "not-found");
        assertProblem(node.get("/v1/endpoints/none"), 404, "not-found");
        assertProblem(node.get("/assets/none.js"), 404, "not-found");
        assertProblem(node.get("/error"), 404, "not-found");
        assertProblem(node.post("/v1/endpoints", "application/json", "{"), 400, "bad-request");
        assertProblem(node.post("/v1/endpoints", "application/json", "[]"), 400, "bad-request");
        assertProblem(node.post("/v1/endpoints", "application/json", "{\"nam\":1}"), 400, "bad-request");
        Answer wrongMethod = node.send(node.request("/v1/alerts").DELETE());
        assertProblem(wrongMethod, 405, "method-not-allowed");
        assertThat(wrongMethod.headers()).containsEntry("Allow", "GET");
        assertThat(raw("GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json")
                .doesNotContain("Tomcat", "\tat ");
    }

    @Test
    void onlyThisMachineIsListenedTo() throws IOException {
        int port = URI.create(node.address()).getPort();
        assertThat(node.get("/v1/status").at("listening")).isEqualTo("127.0.0.1:" + port);
        for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress address : Collections.list(network.getInetAddresses())) {
                if (!address.isLoopbackAddress()) {
                    Assertions.assertThatThrownBy(() -> new Socket(address, port).close())
                            .isInstanceOf(IOException.class);
                }
            }
        }
    }

    @Test
    void foreignHostsAndOriginsAreRefused() throws IOException {
        for (String host : List.of("evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.evil", "")) {
            assertThat(raw("GET /v1/status HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                    .as(host)
                    .startsWith("HTTP/1.1 403")
                    .contains("/problems/foreign-host");
        }
        for (String host : List.of("localhost", "LOCALHOST:8080", "[::1]:99", "127.0.0.1")) {
            assertThat(raw("GET /v1/status HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                    .as(host)
                    .startsWith("HTTP/1.1 200");
        }
        for (String origin : List.of("http://evil.example", "null", "https://127.0.0.1", "http://localhost:1")) {
            Answer answer =
                    node.send(node.request("/v1/rules").header("Origin", origin).GET());
            assertProblem(answer, 403, "foreign-origin");
        }
        assertThat(node.send(node.request("/v1/rules").header("Origin", node.address()))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theBrowserIsToldWhatToKeepTo() {
        Answer answer = node.get("/v1/status");
        assertThat(answer.headers())
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Cache-Control", "no-store");
        assertThat(answer.headers().get("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(node.get("/nowhere.js").headers()).containsKey("Content-Security-Policy");
    }

    @Test
    void jsonIsUtf8WhateverIsAskedFor() {
        Answer made = node.send(node.request("/v1/endpoints")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString("{\"name\":\"Zoë 🚀\",\"url\":\"http://127.0.0.1:9/\"}")));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.headers()).containsEntry("Content-Type", "application/json");
        assertThat(made.at("name")).isEqualTo("Zoë 🚀");
    }

    private static void assertProblem(Answer answer, int status, String type) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
        assertThat(answer.at("type")).isEqualTo("/problems/" + type);
        assertThat(answer.at("status")).isEqualTo(String.valueOf(status));
        assertThat(answer.at("detail")).isNotEmpty();
        assertThat(answer.body()).doesNotContain("Exception", "\tat ");
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(node.address()).getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
