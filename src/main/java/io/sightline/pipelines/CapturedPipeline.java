package io.sightline.pipelines;

import io.sightline.session.EndReason;
import io.sightline.stream.InferencePipeline;
import io.sightline.stream.StreamReport;
import io.sightline.stream.StreamResult;
import java.util.concurrent.CompletionStage;

/** A pipeline whose sources the server captures. */
record CapturedPipeline(InferencePipeline session) implements ManagedPipeline {
  @Override
  public String id() {
    return session.id();
  }

  @Override
  public void mute() {
    session.pause();
  }

  @Override
  public void resume() {
    session.resume();
  }

  @Override
  public StreamReport report() {
    return session.report();
  }

  @Override
  public StreamResult consume() {
    return session.consume();
  }

  @Override
  public CompletionStage<Void> terminate() {
    return session.end(EndReason.CLIENT, "the client terminated the pipeline");
  }

  @Override
  public CompletionStage<Void> closed() {
    return session.closed();
  }
}
