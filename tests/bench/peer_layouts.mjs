// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Lays the graphs out with dot (the program of Graphviz), dagre and elkjs, and prints every drawing as a line of JSON for
// bench_layout to judge. Usage: peer_layouts.mjs NODE-FOLDER GRAPHS-FOLDER EDITS-FOLDER [METRICS.mjs]
// With a METRICS.mjs, what that makes of the drawing is added, for bench_layout to compare its own with.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const [npmFolder, graphsFolder, editsFolder, metricsFile] = process.argv.slice(2);
const require = createRequire(path.resolve(npmFolder, 'node_modules', 'any.js'));
const metrics = metricsFile && fs.existsSync(metricsFile) ? (await import(path.resolve(metricsFile))).metrics : null;
const optional = (name) => {
    try {
        return require(name);
    } catch {
        process.stderr.write(`${name} is not there; its drawings are left out\n`);
        return null;
    }
};
const dagre = optional('@dagrejs/dagre');
const Elk = optional('elkjs/lib/elk.bundled.js');
const elk = Elk ? new Elk() : null;
const hasDot = spawnSync('dot', ['-V']).status === 0;
if (!hasDot)
    process.stderr.write('there is no dot; its drawings are left out\n');
const milliseconds = () => Number(process.hrtime.bigint()) / 1e6;

function curve(points) {
    const steps = 8;
    const out = [points[0]];
    for (let i = 0; i + 3 < points.length; i += 3) {
        for (let step = 1; step <= steps; ++step) {
            const t = step / steps, u = 1 - t;
            out.push([0, 1].map((k) => u ** 3 * points[i][k] + 3 * u * u * t * points[i + 1][k]
                + 3 * u * t * t * points[i + 2][k] + t ** 3 * points[i + 3][k]));
        }
    }
    return out;
}

function dot(graph, direction) {
    const inch = 72;
    const numberOf = new Map(graph.nodes.map((node, i) => [node.id, i]));
    const lines = [`digraph g { rankdir=${direction}; nodesep=${graph.nodesep / inch}; ranksep=${graph.ranksep / inch};`,
        'node [shape=box, fixedsize=true, label=""];',
        ...graph.nodes.map((node, i) => `n${i} [width=${node.w / inch}, height=${node.h / inch}];`),
        ...graph.edges.map((e) => `n${numberOf.get(e.source)} -> n${numberOf.get(e.target)} [arrowhead=none];`), '}'];
    const start = milliseconds();
    const run = spawnSync('dot', ['-Tjson0'], { input: lines.join('\n'), maxBuffer: 1 << 30, timeout: 120000 });
    const ms = milliseconds() - start;
    if (run.status !== 0)
        return null;
    const drawn = JSON.parse(run.stdout);
    const pair = (text) => text.split(',').slice(-2).map(Number);
    const nodes = drawn.objects.map((object) => {
        const node = graph.nodes[Number(object.name.slice(1))];
        const [x, y] = pair(object.pos);
        return { id: node.id, x, y: -y, w: node.w, h: node.h };
    });
    const edges = (drawn.edges ?? []).map((edge, i) => ({
        source: graph.nodes[Number(drawn.objects[edge.tail].name.slice(1))].id,
        target: graph.nodes[Number(drawn.objects[edge.head].name.slice(1))].id,
        points: curve(edge.pos.split(' ').map(pair).map(([x, y]) => [x, -y])),
        id: `e${i}`,
    }));
    return { ms, nodes, edges };
}

function dagreLayout(graph, direction) {
    const g = new dagre.graphlib.Graph({ multigraph: true });
    g.setGraph({ rankdir: direction, nodesep: graph.nodesep, ranksep: graph.ranksep, edgesep: 12 });
    g.setDefaultEdgeLabel(() => ({}));
    for (const node of graph.nodes)
        g.setNode(node.id, { width: node.w, height: node.h });
    for (const edge of graph.edges)
        g.setEdge(edge.source, edge.target, {}, edge.id);
    const start = milliseconds();
    dagre.layout(g);
    const ms = milliseconds() - start;
    return {
        ms,
        nodes: graph.nodes.map((node) => ({ ...g.node(node.id), id: node.id, w: node.w, h: node.h })),
        edges: graph.edges.map((edge) => ({
            ...edge,
            points: g.edge({ v: edge.source, w: edge.target, name: edge.id }).points.map(({ x, y }) => [x, y]),
        })),
    };
}

async function elkLayout(graph, direction, options) {
    const input = {
        id: 'all',
        layoutOptions: {
            'elk.algorithm': 'layered', 'elk.direction': direction === 'LR' ? 'RIGHT' : 'DOWN',
            'elk.spacing.nodeNode': `${graph.nodesep}`, 'elk.layered.spacing.nodeNodeBetweenLayers': `${graph.ranksep}`,
            'elk.separateConnectedComponents': 'true', ...options,
        },
        children: graph.nodes.map((node) => ({ id: node.id, width: node.w, height: node.h })),
        edges: graph.edges.map((edge) => ({ id: edge.id, sources: [edge.source], targets: [edge.target] })),
    };
    const start = milliseconds();
    const drawn = await elk.layout(input);
    const ms = milliseconds() - start;
    const ends = new Map(graph.edges.map((edge) => [edge.id, edge]));
    return {
        ms,
        nodes: drawn.children.map((n) => ({ id: n.id, x: n.x + n.width / 2, y: n.y + n.height / 2, w: n.width, h: n.height })),
        edges: drawn.edges.map((edge) => {
            const { startPoint, bendPoints = [], endPoint } = edge.sections[0];
            const { source, target } = ends.get(edge.id);
            return { id: edge.id, source, target, points: [startPoint, ...bendPoints, endPoint].map(({ x, y }) => [x, y]) };
        }),
    };
}

const tools = {
    ...(hasDot && { dot }),
    ...(dagre && { dagre: dagreLayout }),
    ...(elk && {
        'elk-orth': (g, d) => elkLayout(g, d, { 'elk.edgeRouting': 'ORTHOGONAL' }),
        'elk-poly': (g, d) => elkLayout(g, d, { 'elk.edgeRouting': 'POLYLINE' }),
        'elk-model': (g, d) => elkLayout(g, d, {
            'elk.edgeRouting': 'ORTHOGONAL',
            'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
        }),
    }),
};
const mostStages = { dot: 2000, dagre: 500, 'elk-orth': 500, 'elk-poly': 100, 'elk-model': 100 };

async function draw(file, name, edit) {
    const graph = JSON.parse(fs.readFileSync(file, 'utf8'));
    const stages = graph.nodes.filter((node) => node.kind === 'stage').length;
    const isReal = path.basename(path.dirname(file)) !== 'graphs';
    for (const [tool, layOut] of Object.entries(tools)) {
        if (stages > mostStages[tool] + 1)
            continue;
        for (const direction of isReal ? ['LR', 'TB'] : ['LR']) {
            try {
                const runs = edit > 0 || stages > 100 ? 1 : 3;
                let best = null;
                for (let run = 0; run < runs; ++run) {
                    const drawn = await layOut(graph, direction);
                    if (drawn && (!best || drawn.ms < best.ms))
                        best = drawn;
                }
                if (best)
                    console.log(JSON.stringify({
                        graph: name, edit, tool, direction, ...best,
                        ...(metrics && edit === 0 && stages <= 100 && { metrics: metrics(best) }),
                    }));
            } catch (error) {
                process.stderr.write(`${tool} fails on ${name}: ${error.message}\n`);
            }
        }
    }
}

for (const folder of ['graphs_real', 'graphs']) {
    const full = path.join(graphsFolder, folder);
    for (const file of fs.existsSync(full) ? fs.readdirSync(full).sort() : [])
        await draw(path.join(full, file), file.replace(/\.json$/, ''), 0);
}
for (const folder of fs.existsSync(editsFolder) ? fs.readdirSync(editsFolder).sort() : []) {
    for (const file of fs.readdirSync(path.join(editsFolder, folder)).sort()) {
        const [, name, edit] = file.match(/^(.*)\.(\d)\.json$/);
        await draw(path.join(editsFolder, folder, file), name, Number(edit));
    }
}
