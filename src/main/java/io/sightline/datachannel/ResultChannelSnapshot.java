package io.sightline.datachannel;

/** Counts since the start. */
public record ResultChannelSnapshot(long sent, long dropped, long failed, long bufferedBytes) {}
