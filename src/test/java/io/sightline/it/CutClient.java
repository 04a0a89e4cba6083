package io.sightline.it;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sightline.peer.Film;
import io.sightline.peer.TestPeer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A client in a process of its own, with a camera, a reader of results and no socket: killed, it is
 * gone without a word, as a machine that loses its network.
 */
final class CutClient implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;

  /** Starts it and waits until pictures come back. */
  CutClient(SightlineServer server) {
    try {
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx128m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  CutClient.class.getName(),
                  server.uri("initialise_webrtc_worker").toString())
              .redirectError(Path.of("target", "cut-client.log").toFile())
              .start();
      int said = process.getInputStream().read();
      if (said != 'p') {
        throw new IllegalStateException("no picture came, see target/cut-client.log");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes it from the world. */
  void kill() {
    process.destroyForcibly();
  }

  @Override
  public void close() {
    kill();
  }

  public static void main(String[] arguments) throws Exception {
    TestPeer peer = new TestPeer(Film.small());
    ObjectNode body = request(peer.offer(candidate -> {}));
    body.putArray("stream_output").add("picture");
    HttpAnswer answer = HttpAnswer.post(URI.create(arguments[0]), body.toString());
    peer.answer(JSON.readTree(answer.body()).path("sdp").asText());
    if (peer.pictures().poll(60, TimeUnit.SECONDS) != null) {
      System.out.write('p');
      System.out.flush();
      TimeUnit.HOURS.sleep(1);
    }
  }

  /** What the SDK for Python asks for, with a workflow that shows the frame as it came in. */
  static ObjectNode request(String sdp) {
    ObjectNode body = JSON.createObjectNode();
    ObjectNode workflow = body.putObject("workflow_configuration");
    workflow.put("type", "WorkflowConfiguration").put("image_input_name", "image");
    ObjectNode definition = workflow.putObject("workflow_specification").put("version", "1.0");
    ArrayNode inputs = definition.putArray("inputs");
    inputs.addObject().put("type", "InferenceImage").put("name", "image");
    definition.putArray("steps");
    definition
        .putArray("outputs")
        .addObject()
        .put("type", "JsonField")
        .put("name", "picture")
        .put("selector", "$inputs.image");
    body.putObject("webrtc_offer").put("type", "offer").put("sdp", sdp);
    body.put("webrtc_realtime_processing", false);
    body.putArray("stream_output");
    body.putArray("data_output");
    return body;
  }
}
