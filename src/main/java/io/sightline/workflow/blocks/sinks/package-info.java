/**
 * Blocks that send or store something outside of the workflow.
 *
 * <pre>
 *  WebhookSink --WebhookRequest--> WebhookOutbox --(threads)--> PinnedConnection --> host
 *  LocalFileSink ----Write-------> FileOutbox ----(one thread)--> files of one directory
 * </pre>
 *
 * <ol>
 *   <li>KS-1: nothing leaves unless a setting names where to: hosts for requests, one directory for
 *       files. Without it a step is refused when it is made, with the setting's name.
 *   <li>KS-2: a frame never waits for a disk. It waits for a remote host only where the step is
 *       told not to forget its request, and then not longer than a setting says.
 *   <li>KS-3: what waits is bounded in number and bytes; what comes on top is an error of its step.
 *   <li>KS-4: a host's addresses are looked up once, checked, and connected to as they were
 *       checked. Link-local addresses and those where clouds keep credentials are refused always,
 *       those of private networks unless a setting allows them. Redirects are not followed.
 *   <li>KS-5: a request that asks for no side effects gets none: the steps run and say so.
 *   <li>KS-6: a file's path is one below the directory after all links are followed.
 * </ol>
 */
package io.sightline.workflow.blocks.sinks;
