package io.sightline.workflow.block;

/**
 * Whether steps that send or store something outside of the workflow do so. A block asks for it
 * with {@link BlockContext#resource}; the default is {@link #ENABLED}.
 */
public enum Sinks {
  ENABLED,
  /** Such steps run and answer, but nothing leaves: a request that only wants to see what comes. */
  DISABLED
}
