package io.sightline.workflow.blocks.sinks;

import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockContext;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.FormException;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import java.time.Clock;

/** Version 1 of {@link LocalFileSink}. */
public final class LocalFileSinkV1 extends DeclaredType {
  private static final Manifest MANIFEST =
      Manifest.of("roboflow_core/local_file_sink@v1")
          .described(
              "Local File Sink",
              "sink",
              "Saves texts in files below a directory that the administrator allows.")
          .field(Field.required("content", "The text.", Forms.reference(Kind.STRING)))
          .field(
              Field.optional(
                  "file_type",
                  "csv",
                  "What the text is; JSON in a log becomes a line.",
                  Forms.oneOf("csv", "json", "txt")))
          .field(
              Field.required(
                  "output_mode",
                  "One file that grows, or a file for each text.",
                  Forms.oneOf("append_log", "separate_files")))
          .field(
              Field.required(
                  "target_directory",
                  "Where the files are, relative to the allowed directory or below it.",
                  Forms.reference(Kind.STRING),
                  Forms.text()))
          .field(
              Field.optional(
                  "file_name_prefix",
                  "workflow_output",
                  "What the files' names begin with; the time follows.",
                  Forms.reference(Kind.STRING),
                  Forms.text()))
          .field(
              Field.optional(
                      "max_entries_per_file",
                      1024,
                      "Entries of a log after which the next file starts.",
                      Forms.wholeNumber(),
                      Forms.reference(Kind.STRING))
                  .checked(LocalFileSinkV1::checkEntries))
          .output("error_status", Kind.BOOLEAN)
          .output("message", Kind.STRING)
          .remark("only below sightline.sinks.file.directory")
          .guarded()
          .build();

  private static void checkEntries(Object value) {
    if (value instanceof Integer entries && entries < 1) {
      throw new FormException("Value error, `max_entries_per_file` cannot be lower than 1.");
    }
  }

  public LocalFileSinkV1() {
    super(MANIFEST, LocalFileSinkV1::make);
  }

  private static Block make(BlockContext context) {
    if (SinkStatus.disabled(context)) {
      return new LocalFileSink(null, Clock.systemDefaultZone());
    }
    FileOutbox outbox = context.resource(FileOutbox.class);
    if (outbox.directory() == null) {
      throw SinkRefusal.of(
          "files are not written here: the setting sightline.sinks.file.directory names no"
              + " directory");
    }
    return new LocalFileSink(outbox, Clock.systemDefaultZone());
  }
}
