package io.sightline.session;

/**
 * One end of a possible path (RFC 8839, section 5.1).
 *
 * @param candidate the line without its leading "a="; empty ends the candidates of a section
 * @param sdpMid identification of the media section, null where only the index is known
 * @param sdpMLineIndex index of the media section, null where only its identification is known
 */
public record IceCandidate(String candidate, String sdpMid, Integer sdpMLineIndex) {}
