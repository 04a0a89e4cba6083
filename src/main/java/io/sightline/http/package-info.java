/**
 * Workflows over HTTP: documents and pictures in, values out, one request at a time, at the paths
 * and in the forms of Roboflow's server. What is asked and answered is in {@code
 * src/docs/workflow.md}.
 *
 * <p>The order of calls:
 *
 * <pre>
 *   WorkflowsServlet, WorkspaceFilter   the paths
 *     RequestDesk         origin, Admission, BodyReader, BodyParser, ApiKeys; another thread works
 *       WorkflowDoors     path and method to who answers; errors become answers
 *         WorkflowRun     a workflow of its own for each request
 *         OutputsWriter   values as JSON, bounded
 *     Exchange            the answer leaves as fast as the client takes it
 * </pre>
 *
 * <ol>
 *   <li>H-1: requests, answers and errors have the form of Roboflow's server, because its clients
 *       send and read them: status, keys, and wrong fields of a body as a list of details, a
 *       hundred at most.
 *   <li>H-2: requests under way are bounded; one more is told so at once.
 *   <li>H-3: a body is bounded in bytes, nesting and time, an answer in bytes and time, because
 *       anybody may ask.
 *   <li>H-4: no thread waits for a client that sends its request or takes its answer slowly.
 *   <li>H-5: a request's workflow, blocks and pictures live as long as the request; only what the
 *       server has one of is shared.
 *   <li>H-6: only pages of this server and of listed origins may ask; programs that are no browsers
 *       say no origin and may.
 *   <li>H-7: pictures by address come only from listed servers, whose names are looked up once.
 *   <li>H-8: what is unknown is logged, not told.
 *   <li>H-9: where the server has a list of keys, only who brings one of them is answered: in the
 *       query, as a bearer's token, or in the body. Keys are kept as hashes, compared in constant
 *       time and never logged.
 *   <li>H-10: pictures may come as files in a form (multipart/form-data), at the doors that run
 *       workflows: what curl and browsers send without writing base64. Everything stays in memory,
 *       within the bounds of any other body.
 * </ol>
 */
package io.sightline.http;
