package io.civae.examples.report;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A headless Chromium, spoken to through ChromeDriver in the W3C WebDriver protocol. */
public final class Browser {

  private static final Pattern PORT = Pattern.compile("started successfully on port (\\d+)");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process driver;
  private final String session;

  private Browser(Process driver, String session) {
    this.driver = driver;
    this.session = session;
  }

  /** Skips the test where there is no Chromium with its driver. */
  public static void requireInstalled() {
    assumeTrue(driver().isPresent(), "no chromium with chromedriver on the PATH");
  }

  /** The driver on the path, if it and a Chromium are there. */
  static Optional<Path> driver() {
    return onPath("chromium", "chromium-browser", "google-chrome")
        .flatMap(chromium -> onPath("chromedriver"));
  }

  private static Optional<Path> onPath(String... names) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator))
        .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Browser start(Path driverFile, Path profile) throws IOException, InterruptedException {
    Process driver =
        new ProcessBuilder(driverFile.toString(), "--port=0").redirectErrorStream(true).start();
    String base = "http://127.0.0.1:" + port(driver);
    Browser starter = new Browser(driver, base);
    try {
      JsonObject answer = starter.post("/session", options(profile)).getAsJsonObject();
      return new Browser(driver, base + "/session/" + answer.get("sessionId").getAsString());
    } catch (IOException | RuntimeException e) {
      driver.destroy();
      throw e;
    }
  }

  private static String port(Process driver) throws IOException {
    BufferedReader lines = driver.inputReader(StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher found = PORT.matcher(line);
      if (found.find()) {
        return found.group(1);
      }
    }
    throw new IOException("ChromeDriver ended without naming its port");
  }

  /** Root may not use Chromium's sandbox; the other flags keep Chromium itself off the network. */
  private static JsonObject options(Path profile) {
    JsonArray arguments = new JsonArray();
    List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--user-data-dir=" + profile)
        .forEach(arguments::add);
    JsonObject chrome = new JsonObject();
    chrome.add("args", arguments);
    JsonObject logs = new JsonObject();
    logs.addProperty("browser", "ALL");
    logs.addProperty("performance", "ALL");
    JsonObject always = new JsonObject();
    always.addProperty("browserName", "chrome");
    always.add("goog:chromeOptions", chrome);
    always.add("goog:loggingPrefs", logs);
    JsonObject capabilities = new JsonObject();
    capabilities.add("alwaysMatch", always);
    JsonObject body = new JsonObject();
    body.add("capabilities", capabilities);
    return body;
  }

  void open(URI page) throws IOException, InterruptedException {
    JsonObject body = new JsonObject();
    body.addProperty("url", page.toString());
    post("/url", body);
  }

  /** Makes the window as wide as a phone's, which a real window cannot be. */
  public void resize(int width, int height) throws IOException, InterruptedException {
    JsonObject metrics = new JsonObject();
    metrics.addProperty("width", width);
    metrics.addProperty("height", height);
    metrics.addProperty("deviceScaleFactor", 1);
    metrics.addProperty("mobile", false);
    JsonObject body = new JsonObject();
    body.addProperty("cmd", "Emulation.setDeviceMetricsOverride");
    body.add("params", metrics);
    post("/goog/cdp/execute", body);
  }

  /** What a function body returns in the page. */
  public JsonElement run(String script) throws IOException, InterruptedException {
    JsonObject body = new JsonObject();
    body.addProperty("script", script);
    body.add("args", new JsonArray());
    return post("/execute/sync", body);
  }

  /** The texts that a function body returns in the page. */
  public List<String> texts(String script) throws IOException, InterruptedException {
    return run(script).getAsJsonArray().asList().stream().map(JsonElement::getAsString).toList();
  }

  /** Whether a function body comes to return true within a few seconds. */
  public boolean waitFor(String script) throws IOException, InterruptedException {
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!run(script).getAsBoolean()) {
      if (System.nanoTime() > patience) {
        return false;
      }
      Thread.sleep(50);
    }
    return true;
  }

  /** Presses keys as a reader would, in the first element that a CSS selector finds. */
  public void type(String selector, String keys) throws IOException, InterruptedException {
    JsonObject body = new JsonObject();
    body.addProperty("text", keys);
    post("/element/" + element(selector) + "/value", body);
  }

  /**
   * Drags in the first element that a CSS selector finds: the mouse goes down at one share of its
   * width and up at another, with a move between.
   */
  public void drag(String selector, double from, double to)
      throws IOException, InterruptedException {
    run("document.querySelector('%s').scrollIntoView({block: 'center'})".formatted(selector));
    JsonArray place =
        run("const r = document.querySelector('%s').getBoundingClientRect();".formatted(selector)
                + "return [r.left, r.top + r.height / 2, r.width]")
            .getAsJsonArray();
    double left = place.get(0).getAsDouble();
    double width = place.get(2).getAsDouble();
    post(
        "/actions",
        MouseDrag.along(place.get(1).getAsDouble(), left + from * width, left + to * width));
  }

  /** Clicks on the first element that a CSS selector finds. */
  public void click(String selector) throws IOException, InterruptedException {
    post("/element/" + element(selector) + "/click", new JsonObject());
  }

  private String element(String selector) throws IOException, InterruptedException {
    JsonObject search = new JsonObject();
    search.addProperty("using", "css selector");
    search.addProperty("value", selector);
    JsonObject found = post("/element", search).getAsJsonObject();
    return found.entrySet().iterator().next().getValue().getAsString();
  }

  /** The messages of a log since it was last asked for: {@code browser} or {@code performance}. */
  public JsonArray log(String type) throws IOException, InterruptedException {
    JsonObject body = new JsonObject();
    body.addProperty("type", type);
    return post("/se/log", body).getAsJsonArray();
  }

  /** A PNG of the window, base64. */
  String screenshot() throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(session + "/screenshot")).GET()).getAsString();
  }

  private JsonElement post(String path, JsonObject body) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(session + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  private JsonElement send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (answer.statusCode() != 200) {
      throw new IOException("ChromeDriver answers " + answer.statusCode() + ": " + answer.body());
    }
    return JsonParser.parseString(answer.body()).getAsJsonObject().get("value");
  }

  void close() throws IOException, InterruptedException {
    try {
      send(HttpRequest.newBuilder(URI.create(session)).DELETE());
    } finally {
      driver.destroy();
      driver.waitFor();
    }
  }
}
