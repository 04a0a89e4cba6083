/**
 * ONNX Runtime: the models of the whole server, from a picture to detections in its pixels.
 *
 * <pre>
 *  ModelStore.get(id or alias)
 *    ModelEntry             one id: not in memory, loading, ready, refused
 *      ModelLoader          on a thread of its own, one after the other, within a time
 *        OnnxCheck          what the file asks for, before native code sees it
 *        WeightsCopy        where weights lie in files beside it
 *        Quarantine         did it hang or crash before?
 *        FirstTrial         does it hang or crash, and what does it take?
 *        LoadedModels       room for it; who was unused the longest leaves
 *        Network, Model     OrtSession, recognised and warmed up
 *  ModelStore.follow()      DirectoryWatch: ModelDirectory, Downloads; what changed is swapped
 *    BackgroundLoads        what is new, or was there before the start
 *
 *  Model.detect(image, options)
 *    CallerPool.take        waits for a core, first come first served
 *    PreparedPicture        a part of it, without colours, levels spread: where its files say so
 *    InputTensor.fill       resize, colour order, scale: into the caller's direct buffer
 *    Network.run            OrtSession.run, into the caller's direct buffers
 *    Family, Layout         how the outputs are read, settled when the model loads
 *    Decoder.decode         scores above the threshold become candidates
 *    NonMaximumSuppression  the candidates that stay
 *    Placement.toPicture    pixels of the picture, rounded and clipped
 *    Details                mask or key points of what stays
 *    CallerPool.give
 * </pre>
 *
 * <ol>
 *   <li>N-1: a model is loaded once for the whole server, because its weights are the largest thing
 *       in it.
 *   <li>N-2: on the CPU as many calls run at once as there are cores, one thread each and no
 *       spinning, because a server that also codes video loses twice when calls fight for cores.
 *       Who waits is served in turn.
 *   <li>N-3: the memory of a call belongs to its caller slot and is used again, because a frame
 *       must not cost an allocation of megabytes.
 *   <li>N-4: input size, resize mode, colour order, task and family come from the model's tensors,
 *       its metadata and the file beside it, never from its name, because a name proves nothing.
 *   <li>N-5: a stretched picture is resized on both axes; a letterboxed one keeps its shape, new
 *       sizes cut to whole pixels, the rest split evenly and filled with the padding value. What is
 *       cut to the input's size unchanged is cut in its middle.
 *   <li>N-6: a candidate's best class must score above the threshold; boxes of one class (of any
 *       class, where asked) that overlap a better one by more than the threshold, as intersection
 *       over union, go; then the best are kept; then the class filter applies. That is the order in
 *       which Roboflow's inference does it. A setting brings back the way of its older engine.
 *   <li>N-7: boxes are rounded to whole pixels and clipped to the picture; one with nothing of the
 *       picture inside is left out, as is one that is not a number.
 *   <li>N-8: what cannot be loaded is a state with a reason, because a server without a model must
 *       still start and say so. Only bad settings stop the start.
 *   <li>N-9: closing waits for the calls under way and then frees, and a call after it is refused,
 *       because memory that ONNX Runtime still reads must never be freed. The stop waits for a load
 *       under way, too, and ONNX Runtime itself stays until the process ends.
 *   <li>N-11: the models' directory is looked through when its system tells of a change, and every
 *       second; what has stayed the same between two looks and is whole counts. What was there
 *       before the start is loaded after the default model, because what is wrong with one should
 *       show before somebody needs it. A changed model is loaded and warmed beside the old one and
 *       takes its place only then, because a bad file must not stop what works; and no file that is
 *       changed may change what runs.
 *   <li>N-12: the models in memory are bounded in number and in what they take. For one that is
 *       asked for those leave that nobody asked for the longest time, never one in use nor the
 *       default model; for one in the background only those that nobody ever asked for. Who waits
 *       for a load lends its thread's place to others, so that only the session waits that asked.
 *   <li>N-13: a load has a bound of memory and a time, and its thread is its own. Others' models
 *       are tried in a process of their own first, see {@link io.sightline.model.trial}. A model
 *       that does not end, or whose load was the last that a server did, is not loaded again until
 *       somebody says so, because a crash at the start would otherwise come back with every start.
 *       One that comes with the server and was only slow is tried again, because a busy machine is
 *       no reason to stay down.
 *   <li>N-14: an id is a name in the store and never a path; what links lead out of the directory
 *       is not there. What an ONNX file asks for is checked before it is loaded: see {@link
 *       io.sightline.model.onnx}.
 *   <li>N-15: what is wrong in a model's JSON file is told by file, field and right value.
 *   <li>N-16: a network runs on the first provider of the settings that takes it; the log says
 *       which, and why not on one before, because a fallback works and is only slow. What TensorRT
 *       has compiled is kept by the weights' hash, because ONNX Runtime tells it apart by the
 *       file's name and the structure only.
 *   <li>N-17: where settings say so, calls of a network that takes any number of pictures run
 *       together: in order of arrival, none waits longer for others than the delay, each gets what
 *       it would get alone, a failed run is an error to each that took part, and one that fails or
 *       leaves before the run takes nobody with it.
 *   <li>N-18: a family is more than its outputs: it knows how it is fed where nobody says so, and
 *       where a network is none of it but near, what is missing is told, because that is what an
 *       administrator can put right.
 *   <li>N-19: a network may take and give numbers of other types, pixels beside each other or
 *       channels apart, any batch, and be told sizes beside the picture; decoders read floats
 *       whatever it gives. Outputs whose sizes change from run to run stay in ONNX Runtime's
 *       memory.
 *   <li>N-10: every failure of a call is a {@link io.sightline.model.ModelException}, because one
 *       frame that fails must not end its session.
 * </ol>
 */
package io.sightline.model;
