package io.sightline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Holds the dependency rule: a package uses only the packages beside it in the table, every one of
 * them stands lower, and libraries stay behind their fences. Edges between classes come from jdeps.
 */
class PackageDependencyTest {
  private static final String BASE = "io.sightline.";
  private static final Path CLASSES = Path.of("target/classes");

  /** The head of a class inside of another one, as the formatter writes it. */
  private static final Pattern NESTED =
      Pattern.compile("^  (?:[a-z]+ )*(?:class|record|interface|enum) \\w+");

  private static final Pattern EDGE = Pattern.compile("^\\s+(\\S+)\\s+-> (\\S+)\\s.*$");

  /** Package to the packages that it may use; the order is the order of the calls. */
  private static final Map<String, Set<String>> TABLE = table();

  /** Library prefix to the packages that may use it, children included. */
  private static final Map<String, Set<String>> FENCES =
      Map.of(
          "dev.onvoid.webrtc.", Set.of("session", "media", "datachannel"),
          "ai.onnxruntime.", Set.of("model", "model.trial"),
          "org.bytedeco.", Set.of("media", "media.capture", "model", "workflow.blocks", "vision"),
          "jakarta.websocket.", Set.of("signaling"),
          "jakarta.servlet.", Set.of("signaling", "http", "worker", "inventory", "pipelines"),
          "jakarta.ws.rs.", Set.of("signaling", "admin"),
          "javax.management.", Set.of("admin"),
          "org.eclipse.microprofile.health.", Set.of("admin"),
          "org.eclipse.microprofile.metrics.", Set.of("admin"),
          "org.eclipse.microprofile.config.", Set.of("settings"));

  private static Set<Edge> edges;

  private record Edge(String from, String to) {}

  private static Map<String, Set<String>> table() {
    Map<String, Set<String>> table = new LinkedHashMap<>();
    table.put("admin", Set.of("session", "pipeline", "model", "settings"));
    table.put("inventory", Set.of("http", "model"));
    table.put(
        "pipelines",
        Set.of(
            "worker",
            "stream",
            "session",
            "pipeline",
            "http",
            "media.capture",
            "workflow",
            "json",
            "vision",
            "settings"));
    table.put("worker", Set.of("session", "http"));
    table.put("signaling", Set.of("session", "http", "threads", "settings"));
    table.put(
        "stream",
        Set.of(
            "session",
            "pipeline",
            "media",
            "media.capture",
            "workflow",
            "datachannel",
            "vision",
            "settings"));
    table.put(
        "session",
        Set.of(
            "pipeline",
            "media",
            "media.capture",
            "workflow",
            "datachannel",
            "vision",
            "threads",
            "settings"));
    table.put(
        "pipeline", Set.of("media", "workflow", "datachannel", "vision", "threads", "settings"));
    table.put("http", Set.of("workflow", "json", "vision", "threads", "net", "settings"));
    table.put("media", Set.of("media.capture", "vision", "settings"));
    table.put("media.capture", Set.of("settings"));
    table.put(
        "workflow",
        Set.of(
            "workflow.executor",
            "workflow.compiler",
            "workflow.definition",
            "workflow.block",
            "vision",
            "settings"));
    table.put("workflow.executor", Set.of("workflow.compiler", "workflow.block", "vision"));
    table.put("workflow.compiler", Set.of("workflow.definition", "workflow.block"));
    table.put(
        "workflow.blocks",
        Set.of("workflow.query", "workflow.block", "model", "vision", "settings"));
    table.put("workflow.query", Set.of("workflow.block", "vision"));
    table.put("workflow.block", Set.of("vision"));
    table.put(
        "model",
        Set.of("model.onnx", "model.download", "model.trial", "vision", "threads", "settings"));
    table.put("model.onnx", Set.of());
    table.put("model.trial", Set.of());
    table.put("model.download", Set.of("net", "settings"));
    table.put("datachannel", Set.of("json", "vision", "settings"));
    table.put("workflow.definition", Set.of("json"));
    table.put("json", Set.of("vision"));
    table.put("vision", Set.of());
    table.put("threads", Set.of());
    table.put("net", Set.of());
    table.put("settings", Set.of());
    return table;
  }

  @BeforeAll
  static void readEdges() {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        ToolProvider.findFirst("jdeps")
            .orElseThrow()
            .run(
                new PrintWriter(out),
                new PrintWriter(err),
                "--multi-release",
                "17",
                "-verbose:class",
                "-filter:none",
                CLASSES.toString());
    assertEquals(0, status, err::toString);
    edges =
        out.toString()
            .lines()
            .map(EDGE::matcher)
            .filter(Matcher::matches)
            .map(m -> new Edge(m.group(1), m.group(2)))
            .filter(e -> e.from.startsWith(BASE))
            .collect(Collectors.toSet());
  }

  @Test
  void tablePointsDownwardsOnly() {
    List<String> order = new ArrayList<>(TABLE.keySet());
    TABLE.forEach(
        (user, used) ->
            used.forEach(
                name -> assertTrue(order.indexOf(name) > order.indexOf(user), user + " " + name)));
  }

  @Test
  void jdepsSawTheProject() {
    assertTrue(edges.size() > 100, "only " + edges.size() + " edges");
  }

  @Test
  void everyPackageIsInTheTable() {
    Set<String> unknown = new TreeSet<>();
    for (Edge edge : edges) {
      String row = row(edge.from);
      if (!TABLE.containsKey(row)) {
        unknown.add(row);
      }
    }
    assertEquals(Set.of(), unknown);
  }

  @Test
  void packagesUseOnlyWhatTheTableAllows() {
    Set<String> violations = new TreeSet<>();
    for (Edge edge : edges) {
      if (edge.to.startsWith(BASE) && !edge.to.equals("io.sightline.package-info")) {
        String from = row(edge.from);
        String to = row(edge.to);
        if (!from.equals(to) && !TABLE.getOrDefault(from, Set.of()).contains(to)) {
          violations.add(edge.from + " uses " + edge.to);
        }
      }
    }
    assertEquals(Set.of(), violations);
  }

  @Test
  void librariesStayBehindTheirFences() {
    Set<String> violations = new TreeSet<>();
    for (Edge edge : edges) {
      FENCES.forEach(
          (prefix, allowed) -> {
            if (edge.to.startsWith(prefix) && !allowed.contains(row(edge.from))) {
              violations.add(edge.from + " uses " + edge.to);
            }
          });
    }
    assertEquals(Set.of(), violations);
  }

  @Test
  void blockFamiliesDoNotUseEachOther() {
    Set<String> violations = new TreeSet<>();
    String blocks = BASE + "workflow.blocks.";
    for (Edge edge : edges) {
      if (edge.from.startsWith(blocks) && edge.to.startsWith(blocks)) {
        String from = packageOf(edge.from);
        String to = packageOf(edge.to);
        if (!from.equals(to) && !to.equals("workflow.blocks")) {
          violations.add(edge.from + " uses " + edge.to);
        }
      }
    }
    assertEquals(Set.of(), violations);
  }

  @Test
  void everyPackageSaysWhatItIsFor() throws IOException {
    Path sources = Path.of("src/main/java");
    try (Stream<Path> files = Files.walk(sources)) {
      Set<Path> silent =
          files
              .filter(f -> f.toString().endsWith(".java"))
              .map(Path::getParent)
              .distinct()
              .filter(dir -> !Files.exists(dir.resolve("package-info.java")))
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(Set.of(), silent);
    }
  }

  @Test
  void classesKeepTheirNamesAndTheirSize() throws IOException {
    Pattern refused =
        Pattern.compile(
            ".*(Manager|Helper|Utils?|Common|Impl|Service|DTO|Data|Info)$|^(Processor|Handler)$");
    List<Integer> sizes = new ArrayList<>();
    List<Integer> classes = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        if (name.equals("package-info")) {
          continue;
        }
        assertFalse(refused.matcher(name).matches(), "refused name: " + name);
        List<String> text = Files.readAllLines(file);
        int lines = codeLines(text);
        assertTrue(lines <= 250, name + " has " + lines + " code lines, split it by role");
        sizes.add(lines);
        classes(text).forEach(one -> classes.add(codeLines(one)));
      }
    }
    sizes.sort(null);
    classes.sort(null);
    assertTrue(classes.get(classes.size() / 2) <= 40, "median " + classes.get(classes.size() / 2));
    assertTrue(sizes.get(sizes.size() * 9 / 10) < 120, "90 %: " + sizes.get(sizes.size() * 9 / 10));
  }

  /** The class of a file and the ones that it holds, each by itself: a block and its versions. */
  private static List<List<String>> classes(List<String> text) {
    List<List<String>> classes = new ArrayList<>();
    List<String> outer = new ArrayList<>();
    classes.add(outer);
    List<String> inner = null;
    for (String line : text) {
      if (inner == null && NESTED.matcher(line).find()) {
        inner = new ArrayList<>();
        classes.add(inner);
      }
      (inner == null ? outer : inner).add(line);
      if (inner != null && (line.equals("  }") || inner.size() == 1 && line.endsWith("{}"))) {
        inner = null;
      }
    }
    return classes;
  }

  /** Lines that are neither blank nor comment; imports count, they are what a class leans on. */
  private static int codeLines(List<String> lines) {
    int count = 0;
    for (String line : lines) {
      String s = line.strip();
      if (!(s.isEmpty() || s.startsWith("//") || s.startsWith("/*") || s.startsWith("*"))) {
        count++;
      }
    }
    return count;
  }

  /** The row of the table that a class belongs to: its package, block families as one. */
  private static String row(String className) {
    String name = packageOf(className);
    return name.startsWith("workflow.blocks.") ? "workflow.blocks" : name;
  }

  private static String packageOf(String className) {
    String inner = className.substring(BASE.length());
    int dot = inner.lastIndexOf('.');
    return dot < 0 ? "" : inner.substring(0, dot);
  }
}
