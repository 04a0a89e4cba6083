package io.sightline.http;

import io.sightline.workflow.WorkflowEngine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/** What this server's engine knows: its blocks and versions. The large answers are made once. */
final class CatalogDoors {
  private final WorkflowEngine engine;
  private final Kept blocks;
  private final Kept schema;

  CatalogDoors(WorkflowEngine engine) {
    this.engine = engine;
    this.blocks = new Kept(() -> engine.catalog().description());
    this.schema = new Kept(() -> engine.catalog().schema());
  }

  Reply versions(Call call) {
    return Reply.of(200, Map.of("versions", List.of(engine.version())));
  }

  Reply blocks(Call call) {
    return blocks.reply(call.gzip());
  }

  /** The same for a version of the engine; a version that is not here has no blocks. */
  Reply blocksOfVersion(Call call) {
    if (!call.hasBody() || call.body() == null) {
      return blocks(call);
    }
    RequestBody body = RequestBody.of(call);
    body.text("api_key");
    String version = body.text("execution_engine_version");
    List<?> dynamic = body.list("dynamic_blocks_definitions");
    body.check();
    engine.catalog().refuseDynamic(dynamic);
    return engine.catalog().runsWith(version)
        ? blocks(call)
        : Reply.of(200, engine.catalog().emptyDescription());
  }

  Reply schema(Call call) {
    return schema.reply(call.gzip());
  }

  /** The outputs of one step, which may depend on what its fields say. */
  Reply outputsOfStep(Call call) {
    return Reply.of(200, engine.outputsOfStep(Json.text(RequestBody.object(call))));
  }

  /** A large answer, made at its first use, plain and compressed. */
  private static final class Kept {
    private final Supplier<Object> maker;
    private Reply plain;
    private Reply compressed;

    Kept(Supplier<Object> maker) {
      this.maker = maker;
    }

    synchronized Reply reply(boolean gzip) {
      if (plain == null) {
        plain = Reply.of(200, maker.get()).with("Vary", "Accept-Encoding");
        compressed =
            new Reply(200, plain.headers(), compressed(plain.body()))
                .with("Content-Encoding", "gzip");
      }
      return gzip ? compressed : plain;
    }

    private static byte[] compressed(byte[] body) {
      ByteArrayOutputStream target = new ByteArrayOutputStream();
      try (GZIPOutputStream out = new GZIPOutputStream(target)) {
        out.write(body);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return target.toByteArray();
    }
  }
}
