package io.sightline.workflow.blocks.sinks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.StepInput;
import io.sightline.workflow.query.PythonValues;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.concurrent.atomic.AtomicReference;

/** Saves texts in files. What a write before has failed with is told with the next one. */
final class LocalFileSink implements Block {
  static final int MAX_CONTENT = 8_000_000;

  private static final int MAX_NESTING = 150;
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_NESTING).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final FileOutbox outbox;
  private final Clock clock;
  private final AppendLog log;
  private final AtomicReference<String> failure = new AtomicReference<>();

  /**
   * @param outbox null where nothing is written
   */
  LocalFileSink(FileOutbox outbox, Clock clock) {
    this.outbox = outbox;
    this.clock = clock;
    this.log = new AppendLog(outbox);
  }

  @Override
  public BlockResult run(StepInput input) {
    if (outbox == null) {
      return BlockResult.of(false, SinkStatus.DISABLED_BY_REQUEST);
    }
    FilePlace place =
        FilePlace.of(
            outbox.directory(), input.text("target_directory"), input.text("file_name_prefix"));
    String content = input.text("content");
    String type = input.text("file_type");
    if (content.length() > MAX_CONTENT) {
      return BlockResult.of(
          true,
          "the content has %d characters, at most %d are saved"
              .formatted(content.length(), MAX_CONTENT));
    }
    try {
      if (input.text("output_mode").equals("separate_files")) {
        separate(place, content, type);
      } else {
        append(place, content, type, input.wholeNumber("max_entries_per_file"));
      }
    } catch (IOException | IllegalArgumentException | BlockException e) {
      return BlockResult.of(true, e.getMessage());
    }
    String earlier = failure.getAndSet(null);
    return earlier == null
        ? BlockResult.of(false, "Data saved successfully")
        : BlockResult.of(true, earlier);
  }

  private void separate(FilePlace place, String content, String type) throws IOException {
    Path file = place.file(now(), type);
    byte[] bytes = AppendLog.lined(content).getBytes(StandardCharsets.UTF_8);
    outbox.submit(
        () -> {
          try (OutputStream out = outbox.create(file)) {
            outbox.write(out, bytes);
          } catch (IOException e) {
            failure.set("Could not save local file: " + reason(e));
            throw e;
          }
        },
        bytes.length);
  }

  private void append(FilePlace place, String content, String type, int maxEntries)
      throws IOException {
    boolean json = type.equals("json");
    String entry = json ? inOneLine(content) : content;
    outbox.submit(
        () -> {
          try {
            log.append(
                entry,
                type.equals("csv"),
                maxEntries,
                () -> place.file(now(), json ? "jsonl" : type));
          } catch (IOException e) {
            failure.set("Could not append content to append log: " + reason(e));
            throw e;
          }
        },
        2 * entry.length());
  }

  /** Without paths of the server, which file systems name in their exceptions. */
  private static String reason(IOException e) {
    return e instanceof FileSystemException ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static String inOneLine(String content) {
    try {
      return PythonValues.json(JSON.readValue(content, Object.class), MAX_CONTENT);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Invalid JSON content", e);
    }
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock);
  }

  @Override
  public void close() {
    if (outbox != null) {
      try {
        outbox.submit(log::close, 0);
      } catch (IOException e) {
        throw new IllegalStateException("the log stays open: " + e.getMessage(), e);
      }
    }
  }
}
