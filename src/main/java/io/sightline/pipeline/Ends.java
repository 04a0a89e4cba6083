package io.sightline.pipeline;

import io.sightline.datachannel.ResultChannelSnapshot;
import io.sightline.datachannel.ResultMessage;
import io.sightline.media.OutboundTrack;
import io.sightline.vision.Image;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Where results and pictures go, as functions; results answers whether a message left. Video is
 * null where none is wanted.
 */
record Ends(
    Predicate<ResultMessage> results,
    Supplier<ResultChannelSnapshot> resultFigures,
    BiConsumer<Image, LongConsumer> video) {
  static Ends of(FramePipeline.Parts parts) {
    OutboundTrack track = parts.video();
    return new Ends(
        parts.results()::send, parts.results()::snapshot, track == null ? null : track::push);
  }
}
