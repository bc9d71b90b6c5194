package com.recipechatbot.analytics.serving.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A headless Chromium with one page, driven over its DevTools protocol. */
final class Browser {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
    private int asked;

    private Browser(Process process, URI page) {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(page, new Listener())
                .join();
    }

    /** Its location; empty if it is not installed. */
    static Optional<Path> installed() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts it with a separate profile. */
    static Browser start(Path program, Path profile) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--hide-scrollbars",
                        "--force-color-profile=srgb",
                        "--user-data-dir=" + profile,
                        "--remote-debugging-port=0",
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Path port = profile.resolve("DevToolsActivePort");
        for (int tries = 0; tries < 600; tries++) {
            if (Files.exists(port) && Files.readAllLines(port).size() > 1) {
                return new Browser(process, page(Files.readAllLines(port).get(0)));
            }
            Thread.sleep(100);
        }
        process.destroyForcibly();
        throw new IOException("Cannot use %s: it opened no port in 60 s. Start it by hand.".formatted(program));
    }

    private static URI page(String port) throws IOException, InterruptedException {
        HttpRequest list = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                .build();
        String pages = HttpClient.newHttpClient()
                .send(list, HttpResponse.BodyHandlers.ofString())
                .body();
        for (JsonNode page : JSON.readTree(pages)) {
            if (page.path("type").asText().equals("page")) {
                return URI.create(page.get("webSocketDebuggerUrl").asText());
            }
        }
        throw new IOException("Cannot find a page in " + pages);
    }

    /** Opens a report in a window of the given size and waits until it is drawn. */
    void open(Path page, String fragment, int width, int height) throws IOException, InterruptedException {
        resize(width, height);
        // A new page each time, as if somebody opened it: changing only the fragment would not load anything.
        ask("Page.navigate", JSON.createObjectNode().put("url", "about:blank"));
        ask("Page.navigate", JSON.createObjectNode().put("url", page.toUri() + fragment));
        for (int tries = 0; tries < 300; tries++) {
            if (evaluate("document.documentElement?.dataset.ready || ''")
                    .asText()
                    .equals("yes")) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IOException("Cannot draw %s: its script did not finish in 30 s.".formatted(page));
    }

    void resize(int width, int height) throws IOException, InterruptedException {
        ask(
                "Emulation.setDeviceMetricsOverride",
                JSON.createObjectNode()
                        .put("width", width)
                        .put("height", height)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", false));
    }

    /** The result of a script, as JSON; waits for promises. */
    JsonNode evaluate(String script) throws IOException, InterruptedException {
        JsonNode answer = ask(
                "Runtime.evaluate",
                JSON.createObjectNode()
                        .put("expression", script)
                        .put("returnByValue", true)
                        .put("awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new IOException(answer.get("exceptionDetails").toString());
        }
        return answer.at("/result/value");
    }

    /** Presses a key as a person would. */
    void press(String key) throws IOException, InterruptedException {
        int code = key.equals("Tab") ? 9 : 13;
        for (String type : List.of("keyDown", "keyUp")) {
            ObjectNode event = JSON.createObjectNode()
                    .put("type", type)
                    .put("key", key)
                    .put("code", key)
                    .put("windowsVirtualKeyCode", code);
            if (code == 13 && type.equals("keyDown")) {
                event.put("text", "\r");
            }
            ask("Input.dispatchKeyEvent", event);
        }
    }

    /** The window as a PNG. */
    byte[] picture() throws IOException, InterruptedException {
        return Base64.getDecoder()
                .decode(ask("Page.captureScreenshot", JSON.createObjectNode())
                        .get("data")
                        .asText());
    }

    /** The printed page, as a PDF. */
    byte[] print() throws IOException, InterruptedException {
        return Base64.getDecoder()
                .decode(ask("Page.printToPDF", JSON.createObjectNode().put("printBackground", true))
                        .get("data")
                        .asText());
    }

    private JsonNode ask(String method, ObjectNode parameters) throws IOException, InterruptedException {
        int id = ++asked;
        ObjectNode question = JSON.createObjectNode().put("id", id).put("method", method);
        question.set("params", parameters);
        socket.sendText(question.toString(), true).join();
        JsonNode answer = answers.poll(60, TimeUnit.SECONDS);
        while (answer != null && answer.path("id").asInt() != id) {
            answer = answers.poll(60, TimeUnit.SECONDS);
        }
        if (answer == null || answer.has("error")) {
            throw new IOException("Cannot ask the browser for %s: %s".formatted(method, answer));
        }
        return answer.get("result");
    }

    void stop() throws IOException, InterruptedException {
        try {
            // When asked to close, it removes the links in its profile.
            ask("Browser.close", JSON.createObjectNode());
            process.waitFor(10, TimeUnit.SECONDS);
        } finally {
            socket.abort();
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                try {
                    answers.add(JSON.readTree(text.toString()));
                } catch (IOException e) {
                    throw new IllegalStateException("Cannot read what the browser says.", e);
                }
                text.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
