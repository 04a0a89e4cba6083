/**
 * What a block must promise: its manifest, and a run for one element of the batch.
 *
 * <p>{@link io.sightline.workflow.block.BlockCatalog} finds the {@link
 * io.sightline.workflow.block.BlockType}s; the compiler reads their {@link
 * io.sightline.workflow.block.Manifest}, checks a step's fields against it and has the type create
 * one {@link io.sightline.workflow.block.Block} for each step; the executor hands the block one
 * {@link io.sightline.workflow.block.StepInput} after the other and takes its {@link
 * io.sightline.workflow.block.BlockResult}.
 *
 * <ol>
 *   <li>BL-1: a manifest is declared once, in code; validation, schema and documentation come from
 *       it, because three descriptions of one block would differ.
 *   <li>BL-2: block types are found by {@link java.util.ServiceLoader} with the class loader of
 *       this package, so that they are found inside a web archive as well as outside; adding a
 *       block adds a class and its line in META-INF/services.
 *   <li>BL-3: a block never meets a selector or JSON: fields arrive resolved and checked.
 *   <li>BL-4: a block is one session's. It is called by one thread at a time, not always the same;
 *       other steps may run beside it. It may block for as long as it computes, never for input or
 *       output.
 *   <li>BL-5: a block writes only on pictures that it made or that {@link
 *       io.sightline.workflow.block.StepInput#writable} gives it; others may be read beside it.
 *   <li>BL-6: an unknown kind is a kind, because documents name kinds that no block here has.
 *   <li>BL-7: what all steps make of one frame is bounded by one {@link
 *       io.sightline.workflow.block.Allowance}, because crops of crops multiply; a block asks
 *       before it makes elements, and pictures are counted where they are made.
 *   <li>BL-8: what the steps of one workflow have in common is made once, by the first that asks
 *       {@link io.sightline.workflow.block.SharedState} for it, and ends with the workflow.
 *   <li>BL-9: a block of Roboflow's that is left out on purpose is refused with the reason and with
 *       what does instead, because "unknown" sends people looking for a typing error.
 * </ol>
 */
package io.sightline.workflow.block;
