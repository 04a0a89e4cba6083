package io.sightline.session;

import java.util.List;
import java.util.Map;

/** What is to be different from the next frame on; null leaves as it is. */
public record OutputChange(
    List<String> streamOutput, List<String> dataOutput, Map<String, Object> parameters) {}
