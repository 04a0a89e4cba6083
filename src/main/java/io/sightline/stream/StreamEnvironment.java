package io.sightline.stream;

import io.sightline.media.capture.SourcePolicy;
import io.sightline.settings.Settings;
import io.sightline.workflow.WorkflowEngine;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;

/**
 * What all pipelines of a server share with its other sessions. Needs no container.
 *
 * @param sources what the server may capture
 * @param frames runs the workflows, bounded
 * @param captures gives each source a thread for its whole life
 * @param later runs a task after a time; the task only enqueues
 */
public record StreamEnvironment(
    Settings settings,
    StreamLimits limits,
    SourcePolicy sources,
    WorkflowEngine engine,
    Executor frames,
    Executor captures,
    BiConsumer<Runnable, Duration> later) {}
