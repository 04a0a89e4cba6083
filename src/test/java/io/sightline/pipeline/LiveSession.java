package io.sightline.pipeline;

import io.sightline.datachannel.ResultChannel;
import io.sightline.datachannel.ResultChannel.Format;
import io.sightline.media.BitratePolicy;
import io.sightline.media.FrameQueue;
import io.sightline.media.FrameSource;
import io.sightline.media.InboundFrame;
import io.sightline.media.LatestFrame;
import io.sightline.media.OutboundTrack;
import io.sightline.peer.ServerPeer;
import io.sightline.peer.TestPeer;
import io.sightline.settings.Settings;
import io.sightline.workflow.Parameters;
import io.sightline.workflow.Workflow.Output;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * A session without signaling and without an engine: everything of this package and its neighbours,
 * wired and closed in the order that a session has to keep.
 */
final class LiveSession implements AutoCloseable {
  private final FrameSource source;
  private final OutboundTrack track = new OutboundTrack("annotated");
  private final ResultChannel results;
  private final FramePipeline pipeline;
  private final BitratePolicy bitrates;
  private final ServerPeer peer;

  LiveSession(
      Settings settings, boolean realtime, Format format, Work.Run workflow, Executor frames) {
    source = realtime ? new LatestFrame(settings, 10) : new FrameQueue(settings, 10);
    results = new ResultChannel(settings, format);
    bitrates = new BitratePolicy(settings);
    FramePipeline.Parts parts =
        new FramePipeline.Parts("session", source, null, "image", track, results, null, !realtime);
    pipeline =
        new FramePipeline(
            settings,
            parts,
            new Work(List.of(new Output("picture", true)), Parameters::new, workflow),
            Ends.of(parts),
            frames);
    peer = new ServerPeer(track.track(), frame -> source.put(new InboundFrame(frame)));
    peer.channel().thenAccept(results::attach);
  }

  FramePipeline pipeline() {
    return pipeline;
  }

  FrameSource source() {
    return source;
  }

  ServerPeer peer() {
    return peer;
  }

  /** Connects a client; its offer gets our bitrates, as a session does it. */
  void connect(TestPeer client) {
    ServerPeer.connect(client, peer, bitrates::remoteDescription);
  }

  /** Frames first, so that the decoder is free; then the loop; then the natives. */
  @Override
  public void close() {
    source.close();
    pipeline.end().toCompletableFuture().join();
    results.close();
    peer.close();
    track.close();
  }
}
