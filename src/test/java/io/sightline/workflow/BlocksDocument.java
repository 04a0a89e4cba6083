package io.sightline.workflow;

import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.OutputField;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The page about all blocks in Markdown. The order of its parts is that of names. */
final class BlocksDocument {
  private final StringBuilder text = new StringBuilder();
  private final Map<String, String> versions = new TreeMap<>();

  private BlocksDocument() {}

  /**
   * @param refused types that documents may name and that do not run here, with the reason
   */
  static String of(List<Manifest> manifests, Map<String, String> refused, String command) {
    BlocksDocument document = new BlocksDocument();
    document.opening(command);
    document.overview(manifests, refused);
    document.families(manifests);
    return document.text.toString();
  }

  private void opening(String command) {
    line("# Blocks");
    line("");
    line("Written from the blocks' manifests; `" + command + "`");
    line("writes it anew. How documents use blocks: [workflow.md](workflow.md).");
    line("");
    line("- A *reference* is a selector such as `$inputs.name` or `$steps.step.output`, of one of");
    line("  the kinds that are named; `*` is any. An *input reference* points to inputs only, an");
    line("  *output reference* to what steps give only.");
    line("- ¹ behind a field: what it refers to must be the same for all pictures of a request, a");
    line(
        "  parameter or what was made of parameters. ²: it takes a dimension more than the"
            + " others,");
    line("  such as all crops of a picture.");
    line("- Where a field has another name in brackets, documents may use that one, too.");
    line("");
  }

  private void overview(List<Manifest> manifests, Map<String, String> refused) {
    Map<String, String> rows = new TreeMap<>();
    for (Manifest manifest : manifests) {
      String remark = manifest.remark();
      rows.put(manifest.type(), remark.isEmpty() ? "works" : "differs: " + remark);
    }
    refused.forEach(
        (type, reason) -> rows.put(type.endsWith("/") ? type + "*" : type, "refused: " + reason));
    line("| type | here |");
    line("|---|---|");
    rows.forEach((type, here) -> line("| `" + type + "` | " + cell(here) + " |"));
    line("");
  }

  private void families(List<Manifest> manifests) {
    Map<String, List<Manifest>> families =
        manifests.stream()
            .sorted(Comparator.comparing(Manifest::type))
            .collect(Collectors.groupingBy(Manifest::category, TreeMap::new, Collectors.toList()));
    families.forEach(
        (family, members) -> {
          line("## " + heading(family));
          line("");
          members.forEach(this::block);
        });
  }

  private static String heading(String family) {
    String words = family.replace('_', ' ');
    return words.isEmpty()
        ? "Others"
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private void block(Manifest manifest) {
    String type = manifest.type();
    line("### " + manifest.title() + ", `" + type + "`");
    line("");
    List<String> older = manifest.types().subList(1, manifest.types().size());
    if (!older.isEmpty()) {
      line("Also " + older.stream().map(FormWords::code).collect(Collectors.joining(", ")) + ".");
      line("");
    }
    line(manifest.description());
    if (!manifest.remark().isEmpty()) {
      line("Differs: " + manifest.remark() + ".");
    }
    line("");
    String facts = fields(manifest) + outputs(manifest);
    String twin =
        versions.entrySet().stream()
            .filter(e -> base(e.getKey()).equals(base(type)) && e.getValue().equals(facts))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(null);
    versions.put(type, facts);
    text.append(twin == null ? facts : "Fields and outputs as of `" + twin + "`.\n");
    line("");
  }

  private static String base(String type) {
    return type.replaceAll("@v\\d+$", "");
  }

  private static String fields(Manifest manifest) {
    if (manifest.fields().isEmpty()) {
      return "No fields.\n";
    }
    return manifest.fields().stream()
        .map(field -> row(manifest, field))
        .collect(
            Collectors.joining("\n", "| field | value | default | |\n|---|---|---|---|\n", "\n"));
  }

  private static String row(Manifest manifest, Field field) {
    String names = "`" + field.name() + "`" + mark(manifest, field);
    if (!field.aliases().isEmpty()) {
      names +=
          field.aliases().stream()
              .map(FormWords::code)
              .collect(Collectors.joining(", ", " (", ")"));
    }
    String otherwise = field.required() ? "required" : FormWords.code(field.defaultValue());
    return "| %s | %s | %s | %s |"
        .formatted(
            names,
            cell(FormWords.of(field.form().schema())),
            cell(otherwise),
            cell(field.description()));
  }

  /** What a reference in the field may not, or must, have in dimensions. */
  private static String mark(Manifest manifest, Field field) {
    if (manifest.inputOffsets().getOrDefault(field.name(), 0) > 0) {
      return "²";
    }
    boolean single =
        !manifest.batchFields().isEmpty()
            && !manifest.batchFields().contains(field.name())
            && !field.kinds().isEmpty();
    return single ? "¹" : "";
  }

  private static String outputs(Manifest manifest) {
    if (manifest.outputs().isEmpty()) {
      return "\nNo outputs, or outputs that depend on the step.\n";
    }
    return manifest.outputs().stream()
        .map(BlocksDocument::output)
        .collect(Collectors.joining(", ", "\nOutputs: ", ".\n"));
  }

  private static String output(OutputField output) {
    return output.kinds().stream()
        .map(Kind::name)
        .collect(Collectors.joining(" or ", "`" + output.name() + "` (", ")"));
  }

  private static String cell(String words) {
    return words.replace("|", "\\|").replace('\n', ' ');
  }

  private void line(String words) {
    text.append(words).append('\n');
  }
}
