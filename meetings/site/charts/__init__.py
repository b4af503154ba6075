"""Charts as plain data: scales, ticks and stacks. Templates only render them as inline SVG."""
