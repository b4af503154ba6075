"""Charts as plain data: scales, ticks and stacks. Templates only write them down as inline SVG."""
