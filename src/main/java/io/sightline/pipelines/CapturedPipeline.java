package io.sightline.pipelines;

import io.sightline.session.EndReason;
import io.sightline.stream.InferencePipeline;
import io.sightline.stream.StreamReport;
import io.sightline.stream.StreamResult;

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
  public long memory() {
    return session.snapshot().resources().pictureBytes();
  }

  @Override
  public void terminate() {
    session.end(EndReason.CLIENT, "the client terminated the pipeline");
  }
}
