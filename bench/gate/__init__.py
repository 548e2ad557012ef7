"""The gate: rules, waivers and checks that turn results into an exit code."""
