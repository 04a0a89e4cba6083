package io.sightline.pipelines;

import io.sightline.http.RequestBody;

/**
 * One command.
 *
 * @param pipelineId null where it is about none
 * @param payload its fields
 */
record Command(CommandType type, String pipelineId, RequestBody payload) {}
